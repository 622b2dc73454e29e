"""What follows an appointment: a missed one begins a conversation, what was missing is put right, what is still needed is booked."""

from __future__ import annotations

from customerview.kernel import Owed, Record, Recorded, Words, duty, guard, needs

from ..bereavement.facts import DeathReported
from ..contacts.facts import ContactAttempted, ContactStarted
from ..contacts.record_contact_attempt import RecordContactAttempt
from ..directory import team
from ..health_assessments.facts import ReferralWithdrawn
from ..health_assessments.withdraw_referral import WithdrawReferral
from ..stopping_payments.review_suspension import ReviewSuspension
from ..stopping_payments.suspend_payment import SuspendPayment
from ..support_needs.slices import usable_routes
from .book_appointment import BookAppointment
from .facts import (
    BOOKINGS,
    AppointmentBooked,
    AppointmentBrokenOff,
    AppointmentCancelled,
    AppointmentKept,
    AppointmentMissed,
    MissedFollowedUp,
    NotMetFollowedUp,
)
from .follow_up_missed import FollowUpMissed
from .follow_up_not_met import FollowUpNotMet
from .rules import PLAN, SOURCE, whose
from .ways import VISITS

# A missed one --------------------------------------------------------------------------------------------------------


def tries_since(number: int, record: Record) -> list:
    """Every try by a way they can use since an appointment was recorded as missed."""
    one = record.appointments.over.get(number)
    since = one.changed if one else 0
    return [a for a in record.contacts.attempts if a.usable and a.number > since]


def _was_a_try(owed: Owed, happened: Recorded, record: Record) -> bool:
    fact = happened.fact
    return fact.usable if isinstance(fact, ContactAttempted) else fact.party in ("customer", "representative")  # type: ignore[attr-defined]


try_customer_after_missed = duty(
    "The customer was not at their appointment. Try them, by the way they prefer, and ask what happened and what would help.",
    rule="missed_appointment_followed_up", after=AppointmentMissed, until=(ContactAttempted, ContactStarted), counts=_was_a_try,
    ends=(MissedFollowedUp, DeathReported), per="appointment", owner=whose, within="first_try_wd", by_doing=(RecordContactAttempt,), source=SOURCE,
    learned_from=("UC-1.1", "X-34.3"),
)  # fmt: skip

missed_appointment_followed_up = duty(
    "Say what came of the missed appointment: why it was missed, whether a visit at home is needed, whether it is still needed.",
    after=AppointmentMissed, until=MissedFollowedUp, ends=DeathReported, per="appointment", owner=whose, within="outcome_due_wd",
    by_doing=(FollowUpMissed,), source=SOURCE, learned_from=("UC-1.1", "X-34.3"),
)  # fmt: skip


@guard(FollowUpMissed, source=SOURCE, learned_from=("X-34.3",), rule="missed_appointment_followed_up")
def both_tries_before_giving_up(action, record, asked):
    """Nobody who missed an appointment is given up on before they were tried on two days, by another way the second time where
    there is one."""
    if action.outcome != "no_answer":
        return None
    tries, least = tries_since(action.appointment, record), asked.figure("tries")
    ways = min(least, len(usable_routes(record)) or 1)
    if len({a.day for a in tries}) >= least and len({a.route for a in tries}) >= ways:
        return None
    return needs(RecordContactAttempt, "Try this customer again, on another day and by another way they can use.")


@guard(SuspendPayment, ReviewSuspension, source=SOURCE, learned_from=("X-34.3",), rule="missed_appointment_followed_up")
def nothing_adverse_before_missed_is_followed_up(action, record, asked):
    """A missed appointment is no reason by itself: nothing adverse follows before it was asked why. Never before a lifting, or
    what a death calls for."""
    if not record.appointments.missed or record.death.reported:
        return None
    if getattr(action, "decision", "") == "lift":
        return None
    return needs(FollowUpMissed, "An appointment was missed and nobody has asked why. Do that first: missing it is no reason by itself.")


# What was missing, and what is still needed --------------------------------------------------------------------------


def _something_missing(happened: Recorded, record: Record) -> bool:
    fact = happened.fact
    return bool(fact.not_arranged if isinstance(fact, AppointmentMissed) else fact.not_met)  # type: ignore[attr-defined]


adjustments_not_met_followed_up = duty(
    "Something the customer needs was not there at their appointment. Find out why, tell them, and see that it is there the next time.",
    after=(AppointmentKept, AppointmentBrokenOff, AppointmentMissed), when=_something_missing, until=NotMetFollowedUp, ends=DeathReported,
    per="appointment", owner=whose, within="due_wd", by_doing=(FollowUpNotMet,), source=PLAN,
    promise=Words("Look into what was missing at your appointment", "Edrych i mewn i'r hyn oedd ar goll yn eich apwyntiad"),
)  # fmt: skip


def interrupted_assessment(happened: Recorded, record: Record) -> bool:
    """A health assessment that the provider cancelled, or that was broken off by anybody."""
    fact, one = happened.fact, record.appointments.of(happened.fact.appointment)  # type: ignore[attr-defined]
    if one is None or one.purpose != "health_assessment" or record.death.reported:
        return False
    return isinstance(fact, AppointmentBrokenOff) or fact.wish != "customer"  # type: ignore[attr-defined]


def _same_purpose(owed: Owed, happened: Recorded, record: Record) -> bool:
    one = record.appointments.of(int(owed.per))
    return not isinstance(happened.fact, AppointmentBooked) or one is None or one.purpose == happened.fact.purpose


rebook_interrupted_assessment = duty(
    "The health assessment did not take place, and not because of the customer. Book it again, or hand the referral back with a reason.",
    after=(AppointmentCancelled, AppointmentBrokenOff), when=interrupted_assessment, until=(*BOOKINGS, ReferralWithdrawn),
    counts=_same_purpose, ends=DeathReported, per="appointment", owner=team("ASSESSMENT"), within="due_wd",
    by_doing=(WithdrawReferral,), source=SOURCE, learned_from=("X-26.2", "X-35.4"),
    promise=Words("Book your health assessment again", "Trefnu eich asesiad iechyd eto"),
)  # fmt: skip

appointment_still_needed = duty(
    "The appointment is still needed: agree another day with the customer.",
    after=(AppointmentCancelled, AppointmentBrokenOff, MissedFollowedUp),
    when=lambda happened, record: happened.fact.rebook and not getattr(happened.fact, "visit", False) and not _assessment(happened, record),
    until=BOOKINGS, counts=_same_purpose, ends=DeathReported, per="appointment", owner=whose, within="due_wd",
    by_doing=(BookAppointment,), source=PLAN, promise=Words("Agree another appointment with you", "Cytuno ar apwyntiad arall gyda chi"),
)  # fmt: skip


def _assessment(happened: Recorded, record: Record) -> bool:
    return not isinstance(happened.fact, MissedFollowedUp) and interrupted_assessment(happened, record)


visit_after_missed = duty(
    "A visit at home is needed after a missed appointment: agree a day with the customer.",
    rule="missed_appointment_followed_up", after=MissedFollowedUp, when=lambda happened, record: happened.fact.visit,
    until=BOOKINGS, counts=lambda owed, happened, record: happened.fact.how in VISITS, ends=DeathReported, per="appointment",
    owner=whose, within="visit_due_wd", by_doing=(BookAppointment,), source=SOURCE, learned_from=("UC-1.1",),
)  # fmt: skip
