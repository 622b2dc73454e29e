"""After a death: each line's list, the next of kin, and what was owed."""

from __future__ import annotations

from customerview.instructions.bereavement.facts import BalanceWorkedOut, LineActedOnDeath, NextOfKinRecorded
from customerview.instructions.bereavement.pay_arrears_due_at_death import PayArrearsDueAtDeath
from customerview.instructions.bereavement.record_request_after_death import RecordRequestAfterDeath
from customerview.instructions.bereavement.work_out_balance import WorkOutBalance
from customerview.learning.expected import needs
from customerview.learning.people import AGENT, DECISION_MAKER, system
from customerview.learning.points import point

from .what_is_given import DIED, REPORTED, VERIFIED, award, death_reported


@point("X-10.4")
def nothing_was_done_on_the_claim(given):
    """A line that hears of a death has three working days for everything that follows from it."""
    given(award("ESA")).when(death_reported(), by=AGENT).owes("act_on_death", by=3, owner="esa.case", per="ESA").later(4).late(
        "act_on_death"
    )


@point("X-23.4")
def the_claim_was_half_ended(given):
    """Payments are stopped and the award ended; the list stays open, because nobody worked out what was owed."""
    given(award("ESA")).when(death_reported(), by=AGENT).and_given(
        VERIFIED, LineActedOnDeath(line="ESA", item="payments_stopped"), LineActedOnDeath(line="ESA", item="award_ended", day=DIED),
        LineActedOnDeath(line="ESA", item="tasks_closed"),
    ).owes("act_on_death", owner="esa.case", per="ESA").later(4).late("act_on_death")  # fmt: skip


@point("X-14.4")
def nobody_looked_for_the_family(given):
    """No next of kin is known: one search for all lines and a letter within five working days, and again after fifteen."""
    given(award("ESA"), award("PIP")).when(death_reported(), by=AGENT).owes("find_next_of_kin", by=5, owner="bereavement").owes(
        "find_next_of_kin", by=15, owner="bereavement"
    )


@point("X-23.3")
def the_letters_were_not_sent(given):
    """The set letter to possible next of kin is late after five working days, and is seen to be."""
    given(award("ESA")).when(death_reported(), by=AGENT).owes("find_next_of_kin", by=5).later(6).late("find_next_of_kin")


@point("X-28.5")
def nobody_asked_who_the_family_was(given):
    """The form was left blank at next of kin and executor, so the bereavement team finds them."""
    given(award("UC")).when(death_reported(next_of_kin="", executor=""), by=AGENT).owes("find_next_of_kin", by=5, owner="bereavement")


@point("X-31.5")
def anybody_could_dispute(given):
    """Somebody who says they are next of kin disputes a decision: it is accepted, and waits for their standing."""
    story = given(award("PIP"), REPORTED, VERIFIED).and_given(NextOfKinRecorded(claim="other", name="A caller")).later(7)
    person = story.number_of(NextOfKinRecorded)
    story.when(RecordRequestAfterDeath(person=person, to="DRS", what="Disputes the last decision"), by=AGENT).knows(
        "the request waits", lambda record: bool(record.death.kin[person].waiting)
    ).owes("find_next_of_kin", per=str(person))


@point("X-20.2")
def the_wrong_person_was_paid(given):
    """Arrears are about to go to a friend whose right nobody has checked."""
    story = given(award("PIP"), REPORTED, VERIFIED, NextOfKinRecorded(claim="other", name="A friend")).and_given(
        BalanceWorkedOut(line="PIP", owed=42_000)
    )
    pay = PayArrearsDueAtDeath(balance=story.number_of(BalanceWorkedOut), person=story.number_of(NextOfKinRecorded))
    story.when(pay, by=DECISION_MAKER).then(needs("verify_arrears_payee", rule="death_arrears_payee_verified"))


@point("UC-5.5")
def what_was_owed_was_never_paid(given):
    """A balance owed at death stays somebody's work until it is paid or formally closed."""
    given(award("UC"), REPORTED, VERIFIED).when(WorkOutBalance(owed=36_000), by=system("UC")).owes(
        "pay_arrears_due_at_death", by=20, owner="uc.payments"
    ).later(21).late("pay_arrears_due_at_death")
