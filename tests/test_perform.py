"""The one door, in memory: who may, what stands in the way, what follows; nothing half-happens."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from customerview.kernel import Actor
from customerview.kernel.facts import ActionProposed, FactShared, GuardOverridden, ProposalApproved
from customerview.ledger import MemoryLedger
from customerview.perform import (
    Invalid,
    KeyUsedTwice,
    NewerFacts,
    NotAllowed,
    NotThere,
    Override,
    Refused,
    foresee,
    perform,
)
from tests.kernel.village import (
    AGENT,
    LEADER,
    AnswerMessage,
    Attempt,
    CorrectFact,
    MessageReceived,
    PaymentSuspended,
    Register,
    SendMessage,
    SuspendPayment,
    village,
)

ANN = UUID(int=1)
CUSTOMER = Actor(kind="customer", id=str(ANN), roles=frozenset({"customer"}), acting_for=ANN)


@pytest.fixture
def house():
    catalogue = village()
    ledger = MemoryLedger(catalogue, at=datetime(2026, 11, 24, 9, tzinfo=UTC))

    def do(action, by=AGENT, on=ANN, **more):
        return perform(action, on=on, by=by, ledger=ledger, catalogue=catalogue, **more)

    do.ledger, do.catalogue = ledger, catalogue
    do(Register(name="Ann"))
    return do


def kinds(house):
    return [f.fact.kind.name for f in house.ledger.streams[ANN]]


def test_what_is_done_is_a_fact_by_somebody_at_a_moment(house):
    done = house(SendMessage(subject="rent"), by=CUSTOMER)
    (sent,) = done.facts
    assert (sent.number, sent.by, sent.fact) == (2, f"customer:{ANN}", MessageReceived(subject="rent"))
    assert done.record.duties.of("answer_message")


def test_a_customer_acts_in_their_own_record_only(house):
    other = UUID(int=2)
    house(Register(name="Bob"), on=other)
    with pytest.raises(NotAllowed):
        house(SendMessage(subject="x"), by=CUSTOMER, on=other)


def test_roles_deny_by_default(house):
    with pytest.raises(NotAllowed):
        house(SuspendPayment(award="A"), by=CUSTOMER)
    with pytest.raises(NotAllowed):
        house(SendMessage(subject="x"), by=Actor(kind="colleague", id="new"))


def test_there_is_no_record_until_it_is_begun(house):
    with pytest.raises(NotThere):
        house(SendMessage(subject="x"), on=UUID(int=99))
    with pytest.raises(NotAllowed):
        house(Register(name="again"))


def test_a_refusal_says_what_would_satisfy_it_writes_nothing_and_is_logged(house):
    with pytest.raises(Refused) as stopped:
        house(SuspendPayment(award="A"))
    assert [o.satisfied_by for o in stopped.value.outcomes] == ["attempt", "leader"]
    assert str(stopped.value) == "Try to reach the customer first."
    assert kinds(house) == ["Registered"]
    asking = house.ledger.askings[-1]
    assert (asking.done, asking.action, [o.rule for o in asking.outcomes]) == (
        False, "suspend_payment", ["suspend_after_trying", "second_person_agrees"],
    )  # fmt: skip


def test_the_words_beside_the_button_are_the_words_of_the_refusal(house):
    from customerview.perform import circumstances

    record = house.ledger.load(ANN)
    asked = circumstances(AGENT, house.ledger.at, record, house.catalogue)
    assert foresee(SuspendPayment(award="A"), record, asked, house.catalogue)[0].words.en == "Try to reach the customer first."


def proposed(house):
    house(Attempt())
    house(Attempt())
    return house(SuspendPayment(award="A"), propose=True)


def test_a_second_person_agrees_and_the_guards_are_asked_afresh(house, monkeypatch):
    from customerview.kernel import SecondPerson, records

    class Agree(SecondPerson):
        """Agree."""

        about = records("Agree", may=("agent",))

    done = proposed(house)
    assert done.proposed and isinstance(done.facts[0].fact, ActionProposed)
    house.catalogue.actions["agree"] = Agree
    house.catalogue._guards_of[Agree] = []
    number = done.facts[0].number
    with pytest.raises(NotAllowed):
        house(Agree(proposal=number), by=AGENT)
    agreed = house(Agree(proposal=number), by=LEADER)
    assert [type(f.fact) for f in agreed.facts] == [ProposalApproved, PaymentSuspended, FactShared, FactShared]
    with pytest.raises(NotThere):
        house(Agree(proposal=number), by=LEADER)


def test_an_override_is_a_named_roles_with_a_reason_and_opens_a_review(house):
    manager = Actor(kind="colleague", id="may", roles=frozenset({"agent", "operations_manager"}))
    rules = ("suspend_after_trying", "second_person_agrees")
    with pytest.raises(NotAllowed):
        house(SuspendPayment(award="A"), override=Override(rules, "court order"))
    with pytest.raises(NotAllowed):
        house(SuspendPayment(award="A"), by=manager, override=Override(rules, ""))
    with pytest.raises(NotAllowed):
        house(SuspendPayment(award="A"), by=manager, override=Override(rules, "all of them"), run="bulk-1")
    done = house(SuspendPayment(award="A"), by=manager, override=Override(rules, "court order"))
    assert sum(isinstance(f.fact, GuardOverridden) for f in done.facts) == 2
    assert len(done.record.duties.of("review_override")) == 2
    assert house.ledger.askings[-1].overridden == sorted(rules)


def test_a_fact_to_be_shared_is_shared_with_each_recipient_in_the_same_act(house):
    done = proposed(house)
    assert not done.record.shares.awaited
    manager = Actor(kind="colleague", id="may", roles=frozenset({"agent", "operations_manager"}))
    done = house(SuspendPayment(award="A"), by=manager, override=Override(("second_person_agrees",), "urgent"))
    suspended = next(f for f in done.facts if isinstance(f.fact, PaymentSuspended))
    shared = [f.fact for f in done.facts if isinstance(f.fact, FactShared)]
    assert [(s.recipient, s.of) for s in shared] == [("PIP", suspended.number), ("ESA", suspended.number)]
    assert len(done.record.shares.awaited) == 2


def test_a_double_click_happens_once_and_other_answers_under_its_key_are_refused(house):
    first = house(SendMessage(subject="rent"), by=CUSTOMER, key="k1")
    again = house(SendMessage(subject="rent"), by=CUSTOMER, key="k1")
    assert again.again and again.facts == first.facts
    with pytest.raises(KeyUsedTwice):
        house(SendMessage(subject="other"), by=CUSTOMER, key="k1")
    assert kinds(house) == ["Registered", "MessageReceived"]


def test_a_refusal_is_not_kept_under_its_key(house):
    with pytest.raises(Refused):
        house(SuspendPayment(award="A"), key="k")
    house(Attempt())
    house(Attempt())
    assert house(SuspendPayment(award="A"), key="k", propose=True).proposed


def test_a_stale_page_is_shown_what_is_new_and_bears_on_it(house):
    house(SendMessage(subject="rent"), by=CUSTOMER)
    house(AnswerMessage(message=2), by=LEADER)
    with pytest.raises(NewerFacts) as new:
        house(AnswerMessage(message=2), seen=2)
    assert [f.number for f in new.value.news] == [3]
    assert house(AnswerMessage(message=2), seen=new.value.number)


def test_what_does_not_bear_on_it_is_no_reason_to_ask_again(house):
    house(SendMessage(subject="rent"), by=CUSTOMER)
    house(SendMessage(subject="also"), by=CUSTOMER)
    assert house(AnswerMessage(message=2), seen=2)


def test_a_dry_run_asks_everything_and_writes_nothing(house):
    done = house(SendMessage(subject="rent"), dry=True)
    assert done.facts and kinds(house) == ["Registered"]


def test_a_correction_changes_the_record_and_its_duties_but_no_earlier_fact(house):
    house(SendMessage(subject="rent"), by=CUSTOMER)
    done = house(CorrectFact(number=2))
    assert not done.record.duties.of("answer_message")
    assert not done.record.office.open_messages
    assert kinds(house) == ["Registered", "MessageReceived", "FactCorrected"]


def test_problems_with_the_fields_are_said_where_they_can_be_mended(house, monkeypatch):
    from customerview.kernel import Problem, words

    monkeypatch.setattr(SendMessage, "problems", lambda self, record, asked: [Problem("subject", words("Say what it is about"))])
    with pytest.raises(Invalid) as wrong:
        house(SendMessage(subject=""), by=CUSTOMER)
    assert wrong.value.problems[0].field == "subject"
