"""Assessments the provider cancelled or broke off, held against the customer."""

from __future__ import annotations

from datetime import datetime

from customerview.instructions.appointments.cancel_appointment import CancelAppointment
from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.instructions.appointments.record_appointment_broken_off import RecordAppointmentBrokenOff
from customerview.instructions.health_assessments.facts import AssessmentReferred
from customerview.kernel import LONDON
from customerview.learning.people import system
from customerview.learning.points import point

RULE = "rebook_interrupted_assessment"
PROVIDER = system("ASSESSMENT")
REFERRED = AssessmentReferred(award="UC-1", benefit="UC", line="UC")
BOOKED = AppointmentBooked(
    at=datetime(2026, 3, 5, 11, tzinfo=LONDON), minutes=60, how="centre", purpose="health_assessment", line="ASSESSMENT",
    team="assessment", referral=2, reference="HA-12", place="Assessment centre, Mill Street", reported=True,
)  # fmt: skip


@point("X-26.2")
def asked_to_explain_what_was_cancelled_for_her(given):
    """The provider cancels her assessment: it is theirs to book again, and it can no longer be recorded as missed."""
    story = given(REFERRED, BOOKED)
    one = story.number_of(AppointmentBooked)
    story.when(CancelAppointment(appointment=one, wish="provider", why="staff", rebook=True), by=PROVIDER).owes(
        RULE, by=2, owner="assessment"
    )


@point("X-35.4")
def broken_off_and_forgotten(given):
    """His assessment is broken off half way: the provider books it again, or hands the referral back with a reason."""
    story = given(REFERRED, BOOKED)
    one = story.number_of(AppointmentBooked)
    story.at(datetime(2026, 3, 5, 12, tzinfo=LONDON)).when(
        RecordAppointmentBrokenOff(appointment=one, wish="customer", why="ill"), by=PROVIDER
    ).owes(RULE, by=2, owner="assessment")
