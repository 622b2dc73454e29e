"""The laws of folding and of duties, on histories of any shape."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from customerview.kernel import Recorded
from customerview.kernel.facts import FactCorrected

from .village import (
    Attempted,
    MessageAnswered,
    MessageReceived,
    PaymentResumed,
    PaymentSuspended,
    Registered,
    SuspensionReviewed,
    village,
)

CATALOGUE = village()
STREAM = UUID(int=7)
START = datetime(2026, 3, 2, 9, tzinfo=UTC)

awards = st.sampled_from(["A", "B"])
facts = st.one_of(
    st.builds(MessageReceived, subject=st.sampled_from(["rent", "health"]), text=st.text(max_size=5)),
    st.builds(MessageAnswered, message=st.integers(1, 15)),
    st.builds(PaymentSuspended, award=awards, weeks=st.integers(1, 4)),
    st.builds(PaymentResumed, award=awards),
    st.builds(SuspensionReviewed, award=awards),
    st.builds(Attempted, route=st.sampled_from(["phone", "post"])),
)


@st.composite
def histories(draw, corrections: bool = False) -> list[Recorded]:
    told, at = [], START
    for number, fact in enumerate([Registered(name="Ann"), *draw(st.lists(facts, max_size=14))], start=1):
        at += timedelta(hours=draw(st.integers(0, 200)))
        told.append(Recorded(stream=STREAM, number=number, fact=fact, by="colleague:sam", at=at, effective=at.date()))
    if corrections and len(told) > 1:
        wrong = draw(st.integers(2, len(told)))
        right = draw(st.one_of(st.none(), facts))
        data, apart = CATALOGUE.kinds.encode(right) if right else (b"", None)
        correction = FactCorrected(
            corrects=wrong, replacement_code=right.kind.code if right else 0, replacement=data, replacement_apart=apart or b""
        )
        told.append(Recorded(stream=STREAM, number=len(told) + 1, fact=correction, by="colleague:sam", at=at, effective=at.date()))
    return told


def state(record) -> bytes:
    return CATALOGUE.fold.keep(record)


@given(histories(corrections=True))
def test_folding_is_deterministic(history):
    assert state(CATALOGUE.fold.of(STREAM, history)) == state(village().fold.of(STREAM, history))


@given(histories(), st.data())
def test_taking_facts_one_by_one_from_any_snapshot_equals_the_fold_of_them_all(history, data):
    cut = data.draw(st.integers(1, len(history)))
    early = CATALOGUE.fold.of(STREAM, history[:cut])
    onwards = CATALOGUE.fold.again(STREAM, cut, state(early))
    for happened in history[cut:]:
        CATALOGUE.fold.take(onwards, happened)
    assert state(onwards) == state(CATALOGUE.fold.of(STREAM, history))


@given(histories(corrections=True))
def test_a_correction_folds_in_the_corrected_facts_place(history):
    correction = history[-1].fact
    if not isinstance(correction, FactCorrected):
        return
    told = []
    for happened in history[:-1]:
        if happened.number != correction.corrects:
            told.append(happened)
        elif correction.replacement_code:
            right = CATALOGUE.kinds.decode(correction.replacement_code, correction.replacement, correction.replacement_apart or None)
            told.append(
                Recorded(stream=STREAM, number=happened.number, fact=right, by=happened.by, at=happened.at, effective=happened.effective)
            )
    corrected, as_if = CATALOGUE.fold.of(STREAM, history), CATALOGUE.fold.of(STREAM, told)
    assert corrected.office == as_if.office
    assert corrected.duties.open == as_if.duties.open


@given(histories())
def test_a_message_is_owed_an_answer_exactly_when_it_came_and_nothing_answered_it(history):
    record = CATALOGUE.fold.of(STREAM, history)
    came = {h.number for h in history if isinstance(h.fact, MessageReceived)}
    answered = {n for n in came if any(isinstance(h.fact, MessageAnswered) and h.fact.message == n and h.number > n for h in history)}
    assert {int(o.per) for o in record.duties.of("answer_message")} == came - answered


@given(histories())
def test_a_suspension_is_owed_a_review_exactly_while_it_lasts(history):
    record = CATALOGUE.fold.of(STREAM, history)
    assert {o.per for o in record.duties.of("review_suspension")} == set(record.office.suspended)


@given(histories())
def test_a_snapshot_is_bounded_by_what_is_open_and_not_by_history(history):
    record = CATALOGUE.fold.of(STREAM, history)
    assert len(record.office.attempts) <= 5
    assert len(record.duties.open) <= len(record.office.open_messages) + len(record.office.suspended)


def one(fact, at) -> list[Recorded]:
    return [Recorded(stream=STREAM, number=1, fact=fact, by="customer:c", at=at, effective=at.date())]


def owed(fact, at):
    return next(iter(CATALOGUE.fold.of(STREAM, one(fact, at)).duties.open.values()))


def test_the_figure_in_force_when_the_fact_was_recorded_fixes_the_deadline():
    message = MessageReceived(subject="rent")
    assert owed(message, datetime(2026, 5, 29, 9, tzinfo=UTC)).due == date(2026, 6, 5)
    assert owed(message, datetime(2026, 6, 1, 9, tzinfo=UTC)).due == date(2026, 6, 4)


def test_a_holiday_announced_later_does_not_move_a_deadline_fixed_before():
    message = MessageReceived(subject="rent")
    assert owed(message, datetime(2026, 7, 31, 9, tzinfo=UTC)).due == date(2026, 8, 5)
    before = PaymentSuspended(award="A")
    assert owed(before, datetime(2026, 7, 31, 9, tzinfo=UTC)).due == date(2026, 8, 14)
    # Ten working days from 20 August pass over 1 September, which had been announced by then.
    assert owed(before, datetime(2026, 8, 20, 9, tzinfo=UTC)).due == date(2026, 9, 4)


def test_days_are_london_days():
    assert owed(MessageReceived(subject="rent"), datetime(2026, 6, 30, 23, 30, tzinfo=UTC)).begins == date(2026, 7, 1)


def test_a_review_is_owed_again_each_period_while_the_suspension_lasts():
    suspended = Recorded(stream=STREAM, number=1, fact=PaymentSuspended(award="A"), by="c:s", at=START, effective=START.date())
    later = START + timedelta(days=14)
    reviewed = Recorded(stream=STREAM, number=2, fact=SuspensionReviewed(award="A"), by="c:s", at=later, effective=later.date())
    (again,) = CATALOGUE.fold.of(STREAM, [suspended, reviewed]).duties.of("review_suspension")
    assert (again.opened_by, again.due) == (2, date(2026, 3, 30))


def test_what_is_restricted_is_folded_for_guards_and_hidden_from_people():
    from .village import ConcernRaised

    record = CATALOGUE.fold.of(STREAM, one(ConcernRaised(words="he hits her"), START))
    assert record.office.concerns == 1
    assert record.seen_by().office.concerns == 0
    assert record.seen_by(frozenset({"safeguarding"})).office.concerns == 1
