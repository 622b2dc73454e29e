"""The journey's counts hold nobody, and the four measures come out of them as they are defined."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from customerview.instructions.proofs.facts import Line, ProofChecked, ProofIssued
from customerview.kernel import LONDON, Recorded
from customerview.performance import Told, comments, measured, rows, say, tell, time_bucket
from customerview.performance.following import counted

TODAY = datetime.now(LONDON).date()
SHE = UUID(int=4)


def happened(fact, by: str = f"customer:{SHE}") -> Recorded:
    return Recorded(stream=SHE, number=1, fact=fact, by=by, at=datetime(2026, 11, 24, 10, tzinfo=UTC), effective=date(2026, 11, 24))


def issued(**more) -> ProofIssued:
    return ProofIssued(
        reference="P1", purpose="bank", issued=TODAY, language="en", format="standard", name="Rhian Morgan",
        lines=(Line(award="PIP-1", benefit="PIP"), Line(award="ESA-1", benefit="ESA")), **more,
    )  # fmt: skip


def test_the_four_measures(own_database):
    tell(*[Told("eligible", channel="online")] * 4, *[Told("done", channel="online")] * 3, Told("done", channel="phone"))
    tell(*[Told("satisfaction", detail=d, channel="online") for d in "5542"])
    m = measured(TODAY, TODAY)
    assert (m.completion, m.take_up, m.satisfaction) == (75.0, 75.0, 75.0)
    assert m.cost == round((3 * m.cost_online + m.cost_phone) / 4)


def test_before_anybody_came_no_share_is_claimed(own_database):
    m = measured(TODAY - timedelta(days=9), TODAY)
    assert (m.completion, m.take_up, m.satisfaction, m.cost) == (None, None, None, None)


def test_counts_add_up_and_hold_codes_only(own_database):
    for _ in range(3):
        tell(Told("reached", step="purpose", channel="online"))
    (row,) = rows(TODAY, TODAY)
    assert (row.event, row.step, row.times) == ("reached", "purpose", 3)
    with own_database.connect("migrator") as db:
        columns = {
            c
            for (c,) in db.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name IN ('journey_count', 'journey_comment')"
            )
        }
    assert columns == {"day", "event", "step", "benefit", "channel", "detail", "times", "id", "said"}


def test_what_a_fact_counts_for_says_nothing_of_whom_it_is_about():
    told = [
        *counted(happened(issued())),
        *counted(happened(ProofChecked(proof="P1", digest="d", reference="C1", answer="current", organisation="Anytown"))),
    ]
    assert [t.event for t in told] == ["done", "form", "proved", "proved", "checked"]
    assert not any(secret in str(told) for secret in ("Rhian", str(SHE), "P1", "PIP-1", "Anytown"))


def test_several_proofs_asked_for_at_once_are_one_completion_and_a_colleague_is_counted_as_such():
    both = [
        issued(asked_together="P1"),
        ProofIssued(**{f: getattr(issued(asked_together="P1"), f) for f in ProofIssued.__struct_fields__} | {"reference": "P2"}),
    ]
    told = [t for fact in both for t in counted(happened(fact, "colleague:4711@pip.case"))]
    assert [t.channel for t in told if t.event == "done"] == ["phone"]


@pytest.mark.parametrize("text", ["I am QQ123456C", "call 01632 960 001", "me@example.com", "I live at QA1 1AA", "Signed, rhian"])
def test_a_comment_that_could_be_about_a_person_is_not_kept(own_database, text):
    assert say(text, ("Rhian", "Morgan")) is not None
    assert comments() == []


def test_any_other_comment_is_kept_with_the_day_alone(own_database):
    assert say("It took 2 minutes. Good!", ("Rhian", "Morgan")) is None
    assert comments() == [(TODAY, "It took 2 minutes. Good!")]
    assert measured(TODAY, TODAY).of("commented") == 1


def test_times_are_kept_in_steps():
    assert [time_bucket(s) for s in (0, 59, 60, 119, 120, 300, 599, 600)] == ["1", "1", "2", "2", "5", "10", "10", "more"]
