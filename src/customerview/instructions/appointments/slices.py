"""The diary: what stands, and the latest of what is over. `appointments`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

import msgspec

from customerview.kernel import LONDON, Record, Recorded, Slice, folds, keep_latest

from ..bereavement.facts import FoundAlive
from ..directory import BENEFITS
from .facts import (
    BOOKINGS,
    AdjustmentsArranged,
    AppointmentBooked,
    AppointmentBrokenOff,
    AppointmentCancelled,
    AppointmentHeld,
    AppointmentKept,
    AppointmentMissed,
    AppointmentMoved,
    AppointmentReminded,
    CannotMakeItSaid,
    DiaryDiffers,
    DiaryMatched,
    LeftAsItIs,
    MissedFollowedUp,
    NotMetFollowedUp,
    PrivateAppointmentBooked,
    WouldHelpSaid,
)

KEPT = 20
"""How many appointments that are over are kept at hand; all stand in the ledger."""


class Appointment(msgspec.Struct, kw_only=True):
    """One appointment as it stands now, or as it went."""

    number: int
    at: datetime
    minutes: int
    how: str
    purpose: str
    line: str
    team: str
    award: str = ""
    referral: int = 0
    reference: str = ""
    language: str = "en"
    interpreter: str = ""
    needs: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    to_arrange: tuple[str, ...] = ()
    arranged: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    bring_also: str = ""
    place: str = ""
    about: str = ""
    with_whom: str = ""
    would_help: str = ""
    private: bool = False
    """Kept from whoever acts for them."""
    moved: int = 0
    """How often it was moved."""
    cannot: str = ""
    """The customer said that they cannot make it: "move" or "cancel"; empty when they did not, or it was settled."""
    better: str = ""
    cannot_said: str = ""
    reminded: bool = False
    stood_down: bool = False
    """Nobody goes: a death was reported, and whoever would have come knows."""
    went: str = ""
    """kept, missed, broken_off or cancelled, once it is over."""
    why: str = ""
    wish: str = ""
    not_met: tuple[str, ...] = ()
    changed: int = 0
    """The number of the latest fact that says when or where it is."""

    @property
    def day(self) -> date:
        return self.at.astimezone(LONDON).date()

    @property
    def until(self) -> datetime:
        return self.at + timedelta(minutes=self.minutes)

    @property
    def left_to_arrange(self) -> tuple[str, ...]:
        return tuple(one for one in self.to_arrange if one not in self.arranged)

    def overlaps(self, at: datetime, minutes: int) -> bool:
        return self.at < at + timedelta(minutes=minutes) and at < self.until


class Appointments(Slice, kw_only=True):
    """Appointments that stand, by number; those that are over; missed ones nobody has followed up; lists that differ."""

    slice_name: ClassVar[str] = "appointments"
    open: dict[int, Appointment] = {}
    over: dict[int, Appointment] = {}
    missed: dict[int, date] = {}
    """Missed and not followed up yet: the day it became known."""
    differ: dict[str, tuple[str, ...]] = {}

    @folds(*BOOKINGS)
    def booked(self, fact: AppointmentBooked, happened: Recorded) -> None:
        said = {name: getattr(fact, name) for name in fact.__struct_fields__ if name in Appointment.__struct_fields__}
        self.open[happened.number] = Appointment(
            **said, number=happened.number, changed=happened.number, private=isinstance(fact, PrivateAppointmentBooked)
        )

    @folds(AppointmentMoved)
    def moved(self, fact: AppointmentMoved, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.at, one.minutes, one.how, one.place = fact.at, fact.minutes, fact.how, fact.place
            # What was arranged was for another day.
            one.to_arrange, one.arranged, one.reminded, one.moved, one.changed = (
                fact.to_arrange,
                (),
                False,
                one.moved + 1,
                happened.number,
            )
            one.cannot = one.better = one.cannot_said = ""

    @folds(AppointmentCancelled)
    def cancelled(self, fact: AppointmentCancelled, happened: Recorded) -> None:
        self._ended(fact.appointment, "cancelled", happened, why=fact.why, wish=fact.wish)

    @folds(AppointmentKept)
    def kept(self, fact: AppointmentKept, happened: Recorded) -> None:
        self._ended(fact.appointment, "kept", happened, not_met=fact.not_met)

    @folds(AppointmentBrokenOff)
    def broken_off(self, fact: AppointmentBrokenOff, happened: Recorded) -> None:
        self._ended(fact.appointment, "broken_off", happened, why=fact.why, wish=fact.wish, not_met=fact.not_met)

    @folds(AppointmentMissed)
    def was_missed(self, fact: AppointmentMissed, happened: Recorded) -> None:
        self._ended(fact.appointment, "missed", happened, why=fact.why, not_met=fact.not_arranged)
        self.missed[fact.appointment] = happened.day
        keep_latest(self.missed, KEPT)

    def _ended(self, number: int, went: str, happened: Recorded, **more: object) -> None:
        one = self.open.pop(number, None)
        if one is not None:
            self.over[number] = msgspec.structs.replace(one, went=went, changed=happened.number, **more)
            keep_latest(self.over, KEPT)

    @folds(AdjustmentsArranged)
    def arranged(self, fact: AdjustmentsArranged, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.arranged = tuple(dict.fromkeys((*one.arranged, *fact.arranged)))

    @folds(MissedFollowedUp)
    def followed_up(self, fact: MissedFollowedUp, happened: Recorded) -> None:
        self.missed.pop(fact.appointment, None)
        if (one := self.over.get(fact.appointment)) and fact.why:
            one.why = fact.why

    @folds(CannotMakeItSaid)
    def cannot(self, fact: CannotMakeItSaid, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.cannot, one.better, one.cannot_said = "move" if fact.another else "cancel", fact.better, fact.said

    @folds(LeftAsItIs)
    def left(self, fact: LeftAsItIs, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.cannot = one.better = one.cannot_said = ""

    @folds(WouldHelpSaid)
    def would_help(self, fact: WouldHelpSaid, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.adjustments = tuple(dict.fromkeys((*one.adjustments, *fact.adjustments)))
            one.to_arrange = tuple(dict.fromkeys((*one.to_arrange, *fact.to_arrange)))
            one.arranged = tuple(what for what in one.arranged if what not in fact.to_arrange)
            one.would_help = fact.said or one.would_help

    @folds(AppointmentReminded)
    def reminded(self, fact: AppointmentReminded, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.reminded = True

    @folds(AppointmentHeld)
    def held(self, fact: AppointmentHeld, happened: Recorded) -> None:
        if one := self.open.get(fact.appointment):
            one.stood_down = True

    @folds(FoundAlive)
    def restored(self, fact: FoundAlive, happened: Recorded) -> None:
        for one in self.open.values():
            one.stood_down = False

    @folds(DiaryDiffers)
    def differs(self, fact: DiaryDiffers, happened: Recorded) -> None:
        self.differ[fact.provider] = fact.differences

    @folds(DiaryMatched)
    def matches(self, fact: DiaryMatched, happened: Recorded) -> None:
        self.differ.pop(fact.provider, None)

    @folds(NotMetFollowedUp)
    def seen_to(self, fact: NotMetFollowedUp, happened: Recorded) -> None:
        if one := self.over.get(fact.appointment):
            one.not_met = ()

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Appointments:
        """Whoever acts for the customer sees nothing of what was agreed with the customer alone."""
        if not representative:
            return self
        kept = {name: {n: one for n, one in getattr(self, name).items() if not one.private} for name in ("open", "over")}
        return msgspec.structs.replace(self, **kept, missed={n: day for n, day in self.missed.items() if n in kept["over"]}, differ={})

    def of(self, number: int) -> Appointment | None:
        return self.open.get(number) or self.over.get(number)

    def by_reference(self, reference: str) -> Appointment | None:
        return next((one for one in self.open.values() if reference and one.reference == reference), None)

    def in_order(self) -> list[Appointment]:
        return sorted(self.open.values(), key=lambda one: one.at)

    def ahead(self, now: datetime) -> list[Appointment]:
        """What is to come, or is going on now; the next one first."""
        return [one for one in self.in_order() if one.until >= now]


def line_it_is_about(one: Appointment, record: Record) -> str:
    """The line whose business it is: that of its award or referral. A visit or an assessment about no award is about the person."""
    if one.award:
        return str(record.awards.line_of(one.award))
    if one.referral in record.referrals.open:
        return str(record.referrals.open[one.referral].line)
    return one.line if one.line in BENEFITS else ""


def held(record: Record) -> bool:
    """Whether every appointment of this customer waits, because a death was reported: nobody goes, rings or reminds."""
    return bool(record.death.reported)
