"""Booked on a number that was dead, in no diary, missed and nobody asked."""

from __future__ import annotations

from datetime import datetime

from customerview.instructions.appointments.facts import AppointmentBooked, AppointmentMissed
from customerview.instructions.appointments.follow_up_missed import FollowUpMissed
from customerview.instructions.appointments.record_appointment_missed import RecordAppointmentMissed
from customerview.instructions.appointments.report_diary import Listed, ReportDiary
from customerview.instructions.personal_details.facts import RouteFailed, RouteRecorded
from customerview.instructions.support_needs.facts import NeedRecorded
from customerview.kernel import LONDON
from customerview.learning.expected import needs, refused
from customerview.learning.people import staff, system
from customerview.learning.points import point

from .what_is_given import TOMORROW, book, booked

MISSED, REACHABLE, DIARY = "missed_appointment_followed_up", "appointment_by_reachable_route", "appointment_in_one_diary"
COACH = staff("agent", line="UC")
MOBILE = RouteRecorded(route="mobile", value="07700 900123")


@point("UC-1.1")
def missed_and_nothing_was_done(given):
    """She forgets appointments and is not at this one. Her coach owes a try by the next day, and what came of it within five."""
    story = given(MOBILE, NeedRecorded(need="memory", tier="support"), booked())
    one = story.number_of(AppointmentBooked)
    story.at(datetime(2026, 3, 3, 15, tzinfo=LONDON)).when(RecordAppointmentMissed(appointment=one), by=COACH).owes(
        "try_customer_after_missed", by=1, owner="uc.case"
    ).owes(MISSED, by=5, owner="uc.case").later(2).late("try_customer_after_missed")


@point("X-34.3")
def given_up_on_after_one_letter(given):
    """He missed a review. Nobody gives up on him before he was tried on two days, by two ways."""
    story = given(MOBILE, booked(), AppointmentMissed(appointment=3))
    gave_up = FollowUpMissed(appointment=3, outcome="no_answer", visit=False, rebook=True)
    story.when(gave_up, by=COACH).then(needs("record_contact_attempt", MISSED))


@point("UC-5.2")
def booked_on_a_number_that_was_cut_off(given):
    """A phone appointment is about to be booked on a number found dead; his landline is offered instead."""
    given(MOBILE, RouteFailed(route="mobile", how="dead_line"), RouteRecorded(route="phone", value="01632 960123")).when(
        book(), by=COACH
    ).then(refused(REACHABLE))


@point("X-29.3")
def in_no_diary(given):
    """The provider's list holds an appointment that was arranged on paper: the diary does not know it, and somebody has to settle it."""
    listed = Listed(reference="HA-77", at=TOMORROW)
    given(MOBILE).when(ReportDiary(listed=(listed,)), by=system("ASSESSMENT")).owes(DIARY, by=1, owner="assessment")
