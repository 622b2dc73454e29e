"""What stood in the record and was not seen, and what customers were told that was not so."""

from __future__ import annotations

from datetime import date, datetime

from customerview.instructions.appointments.book_appointment import BookAppointment
from customerview.instructions.awards_and_payments.facts import AwardEnded, AwardReported
from customerview.instructions.contacts.start_contact import StartContact
from customerview.instructions.health_assessments.facts import AssessmentReferred
from customerview.instructions.journal_and_callbacks.facts import CallBackPromised
from customerview.instructions.personal_details.facts import RouteRecorded
from customerview.instructions.records_and_notes.facts import NotePinned, StateShown
from customerview.instructions.support_needs.facts import NeedRecorded
from customerview.kernel import LONDON
from customerview.learning.expected import needs
from customerview.learning.people import staff
from customerview.learning.points import point

SEEN, STATE = "key_facts_acknowledged_before_action", "true_case_state_on_screen"
PIP = AwardReported(
    award="PIP-1", benefit="PIP", line="PIP", amount=57_960, frequency="four_weeks", starts=date(2024, 5, 6), next_payment=date(2026, 3, 20)
)


@point("UC-2.1")
def booked_without_reading_the_notes(given):
    """Whoever books an appointment finds the pinned note and the need at the head of the screen, and says that they have seen them
    before they book."""
    when = datetime(2026, 3, 12, 10, tzinfo=LONDON)
    book = BookAppointment(how="mobile", at=when, minutes=30, purpose="work", agreed=True)
    given(
        RouteRecorded(route="mobile", value="07700 900123"), NotePinned(text="Cannot travel alone: book by phone."),
        NeedRecorded(need="memory", tier="support"),
    ).shown(SEEN, at="booking", saying="Cannot travel alone").shown(SEEN, at="booking", saying="Forgets appointments").when(
        book, by=staff("agent", line="UC")
    ).then(needs("acknowledge_key_facts", SEEN))  # fmt: skip


@point("CMS-2.2")
def told_a_day_that_was_not_so(given):
    """A parent asks when she will be rung; the real day is on screen, and kept with the contact."""
    agent = staff("agent", line="CMS")
    promised = CallBackPromised(line="CMS", team="cms", at=datetime(2026, 3, 5, 14, tzinfo=LONDON))
    given(promised).when(StartContact(channel="call_in", party="customer", checked="questions"), by=agent).then(StateShown).shown(
        STATE, saying="due 5 March 2026"
    )


@point("X-16.1")
def told_wrong_things_after_the_claim_ended(given):
    """Before ringing out, the agent sees that the award has ended."""
    jsa = {"award": "JSA-1", "benefit": "JSA", "line": "JSA"}
    given(
        AwardReported(**jsa, amount=18_110, frequency="fortnight", starts=date(2025, 6, 2)), AwardEnded(**jsa, ended=date(2026, 2, 20))
    ).shown(STATE, at="call_out", saying="Jobseeker's Allowance has ended.")  # fmt: skip


@point("X-27.2")
def told_wrong_things_on_the_phone(given):
    """The amount, how often it is paid and when next stand on screen in words to read out."""
    given(PIP).shown(STATE, saying="Personal Independence Payment: £579.60 every 4 weeks, next on 20 March 2026.")


@point("X-33.5")
def a_wrong_reason_for_the_delay(given):
    """The agent sees that the referral to the assessment provider is still open."""
    given(AssessmentReferred(award="ESA-1", benefit="ESA", line="ESA")).shown(STATE, saying="A referral for an assessment is open.")
