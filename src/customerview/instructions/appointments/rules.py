"""The instructions on making appointments: by a way they can use, known in time, prepared for, in one diary, and told how they went."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Record, Recorded, Words, approval, duty, guard, needs, refused

from ..bank_holidays import calendars
from ..bereavement.facts import DeathReported
from ..change_of_circumstances.facts import ChangeReported
from ..directory import team
from ..personal_details.change_phone import ChangePhone
from ..personal_details.facts import AddressSafetySaid, RouteEnded, RouteFailed, RouteSafetySaid, RouteSuitabilitySaid
from ..support_needs.facts import NeedRecorded
from ..support_needs.slices import why_not_usable
from .arrange_adjustments import ArrangeAdjustments
from .book_appointment import BookAppointment
from .cancel_appointment import CancelAppointment
from .facts import (
    BOOKINGS,
    AdjustmentsArranged,
    AppointmentBrokenOff,
    AppointmentCancelled,
    AppointmentKept,
    AppointmentMissed,
    AppointmentMoved,
    AppointmentReminded,
    CannotMakeItSaid,
    DiaryDiffers,
    DiaryMatched,
    LeftAsItIs,
    WouldHelpSaid,
)
from .leave_as_it_is import LeaveAsItIs
from .move_appointment import MoveAppointment
from .record_appointment_broken_off import RecordAppointmentBrokenOff
from .record_appointment_kept import RecordAppointmentKept
from .record_appointment_missed import RecordAppointmentMissed
from .remind_of_appointment import WRITTEN, RemindOfAppointment
from .settle_diary import SettleDiary
from .slices import Appointment
from .ways import HOWS, VISITS, ways_left, why_not_met
from .when_and_where import day_of

SOURCE = "appointments instruction, from the published reviews of serious cases"
PLAN = "design of the platform: each appointment records which needs applied to it and whether they were met"
OVER = (AppointmentKept, AppointmentMissed, AppointmentBrokenOff, AppointmentCancelled)


def whose(happened: Recorded, record: Record) -> str:
    """The team that booked the appointment a fact is about."""
    one = record.appointments.of(getattr(happened.fact, "appointment", happened.number))
    return one.team if one else team("OPERATIONS")


# By a way they can use -----------------------------------------------------------------------------------------------


@guard(BookAppointment, MoveAppointment, source=SOURCE, learned_from=("UC-5.2", "UC-2.2"))
def appointment_by_reachable_route(action, record, asked):
    """Nobody is booked by a way that failed, is not safe or is of no use to them, nor for a time or place that a stay in hospital or
    custody rules out. The ways that are left are offered, or a visit; where none is known, somebody finds one."""
    if action.how not in HOWS or action.at is None:
        return None
    on = day_of(action.at)
    why = why_not_met(action.how, on, record)
    if why is None:
        if action.how in VISITS and any(care.instruction == "do_not_visit" for care in record.needs.take_care.values()):
            return approval("support_lead", "Do not visit without the advanced support lead. They have to agree to this visit.")
        return None
    if left := ways_left(on, record):
        return refused(f"{why.en} Offer one of these instead.", missing=tuple(HOWS[how].words.en for how in left))
    return needs(
        ChangePhone,
        f"{why.en} No way of meeting them is known: find one that works and is safe.",
        missing=("a way to meet them",),
    )


@guard(BookAppointment, MoveAppointment, source=PLAN)
def appointment_known_in_time(action, record, asked):
    """A day the customer did not agree to is far enough ahead that the letter about it reaches them first."""
    if action.agreed or action.at is None:
        return None
    least = asked.figure("notice_wd")
    if asked.calendar.between(asked.today, day_of(action.at)) >= least:
        return None
    return refused(f"Agree the day with them, or choose one at least {least} working days away: they have to hear of it in time.")


answer_unreachable_appointment = duty(
    "An appointment was booked in a way this customer cannot use, or at a time when they have another. Move it, or cancel it.",
    rule="appointment_by_reachable_route", after=(*BOOKINGS, AppointmentMoved), when=lambda happened, record: happened.fact.unreachable,
    until=(AppointmentMoved, AppointmentCancelled), ends=OVER[:3], per="appointment", owner=whose, within="answer_due_wd", harm=2,
    by_doing=(MoveAppointment, CancelAppointment), source=SOURCE, learned_from=("UC-5.2",),
)  # fmt: skip


def no_longer_met(record: Record) -> list[Appointment]:
    """What is booked and cannot take place as it is booked, by what is known since."""
    ahead = record.appointments.ahead(record.at) if record.at else []
    return [one for one in ahead if why_not_met(one.how, one.day, record) is not None]


booked_way_no_longer_works = duty(
    "An appointment is booked in a way or at a place that no longer works for this customer. Move it to one that does.",
    rule="appointment_by_reachable_route",
    after=(ChangeReported, RouteFailed, RouteEnded, RouteSafetySaid, RouteSuitabilitySaid, AddressSafetySaid, NeedRecorded),
    when=lambda happened, record: bool(no_longer_met(record)), until=(AppointmentMoved, AppointmentCancelled),
    counts=lambda owed, happened, record: not no_longer_met(record), met=lambda owed, record, figure: not no_longer_met(record),
    ends=DeathReported, owner=lambda happened, record: no_longer_met(record)[0].team, within="answer_due_wd", harm=2,
    by_doing=(MoveAppointment, CancelAppointment), source=SOURCE, learned_from=("UC-5.2", "UC-2.2"),
)  # fmt: skip


# What they need is there ---------------------------------------------------------------------------------------------

adjustment_arranged_before_the_day = duty(
    Words("Arrange before the day what the customer needs at the appointment.", "Trefnwch cyn y diwrnod yr hyn sydd ei angen ar y cwsmer yn yr apwyntiad."),
    after=(*BOOKINGS, AppointmentMoved, WouldHelpSaid), when=lambda happened, record: bool(happened.fact.to_arrange),
    until=AdjustmentsArranged, ends=(AppointmentMoved, *OVER), per="appointment", owner=whose,
    counts=lambda owed, happened, record: not record.appointments.of(int(owed.per)).left_to_arrange,
    within=lambda happened, record: happened.fact.arrange_by or happened.day, by_doing=(ArrangeAdjustments, MoveAppointment), source=PLAN,
    promise=Words("Arrange what you need at your appointment", "Trefnu'r hyn sydd ei angen arnoch yn eich apwyntiad"),
)  # fmt: skip


# Moved, reminded, recorded -------------------------------------------------------------------------------------------

cannot_make_it_answered = duty(
    "The customer cannot make their appointment. Agree another with them, or cancel it. It is not a missed one.",
    after=CannotMakeItSaid, until=(AppointmentMoved, AppointmentCancelled, LeftAsItIs), ends=OVER[:3], per="appointment", owner=whose,
    within="due_wd", by_doing=(MoveAppointment, CancelAppointment, LeaveAsItIs), source=PLAN,
    promise=Words("Answer you about the appointment you cannot make", "Eich ateb am yr apwyntiad na allwch ddod iddo"),
)  # fmt: skip


def wants_reminding(happened: Recorded, record: Record) -> bool:
    """Whoever can read one the same day, and whoever asked for one or forgets appointments. One for tomorrow was booked just now; of one
    that others must not know of nothing is written."""
    fact, one = happened.fact, record.appointments.of(getattr(happened.fact, "appointment", happened.number))
    if fact.reported or one is None or one.private or fact.remind_on is None or fact.remind_on <= happened.day:
        return False
    asked_for = "reminder" in record.needs.adjustments or "memory" in record.needs.held
    return asked_for or any(why_not_usable(route, record) is None for route in WRITTEN)


remind_of_appointment = duty(
    "Remind the customer of the appointment, by a way they can use.",
    after=(*BOOKINGS, AppointmentMoved), when=wants_reminding, until=AppointmentReminded,
    ends=(AppointmentMoved, DeathReported, *OVER), per="appointment", owner=whose, begins_before="begins_before_wd",
    within=lambda happened, record: happened.fact.remind_on, by_doing=(RemindOfAppointment,), source=PLAN,
)  # fmt: skip


def _working_day_of(happened: Recorded, record: Record) -> date:
    """The day it is; the next working day when it is on a Saturday, or was reported afterwards."""
    day = max(happened.day, day_of(happened.fact.at))  # type: ignore[attr-defined]
    return calendars().of(record.person.nation, happened.day).on_or_after(day)


appointment_outcome_recorded = duty(
    "Record today how the appointment went, and whether what the customer needs was there.",
    after=(*BOOKINGS, AppointmentMoved), until=OVER, ends=AppointmentMoved, per="appointment", owner=whose,
    begins_before="begins_before_wd", within=_working_day_of,
    by_doing=(RecordAppointmentKept, RecordAppointmentMissed, RecordAppointmentBrokenOff, CancelAppointment), source=PLAN,
)  # fmt: skip


# One diary -----------------------------------------------------------------------------------------------------------

appointment_in_one_diary = duty(
    "The list of {provider:line} differs from the diary. Settle with them which is right, and put the diary right.",
    kind="check", after=DiaryDiffers, until=DiaryMatched, per="provider", owner=lambda happened, record: team(happened.fact.provider or "OPERATIONS"),
    within="reconcile_due_wd", by_doing=(SettleDiary,), source=SOURCE, learned_from=("X-29.3",),
)  # fmt: skip
