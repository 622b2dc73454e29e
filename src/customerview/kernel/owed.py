"""Idea 5, the duty as it lives in a record: opened by a fact, owned by somebody, due by a day, until another fact.

The book of duties is part of the fold, so it can be rebuilt on any later day and come out the same.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from .calendar import Calendar, Calendars
from .fact import Recorded
from .facts import DutiesReset, DutyAccepted, DutyAllocated, DutyDeclined, DutyOffered
from .figures import Figures
from .rules import Duty
from .words import LONDON

if TYPE_CHECKING:
    from .record import Record


class Owed(msgspec.Struct, kw_only=True):
    """One open duty. `id` is stable across rebuilds; `since` and `due` are days in London; `due_at` a promised moment."""

    id: str
    duty: str
    rule: str
    per: str
    opened_by: int
    opened_at: datetime
    begins: date
    due: date
    due_at: datetime | None = None
    owner: str
    person: str = ""
    offered_to: str = ""
    harm: int = 3
    values: dict[str, Any] = {}

    def has_begun(self, today: date) -> bool:
        return self.begins <= today

    def is_late(self, at: datetime) -> bool:
        """Late once the promised moment, or else the last day, is over."""
        if self.due_at is not None:
            return at > self.due_at
        return at.astimezone(LONDON).date() > self.due

    def days_late(self, today: date, calendar: Calendar) -> int:
        return calendar.between(self.due, today)


class DutyBook(msgspec.Struct):
    """The open duties of one record."""

    open: dict[str, Owed] = {}
    discharged: int = 0

    def of(self, duty: str) -> list[Owed]:
        """The open instances of a duty, or of the rule with that name."""
        return [owed for owed in self.open.values() if duty in (owed.duty, owed.rule)]

    def begun(self, today: date) -> list[Owed]:
        """What is owed now: late or most harmful first, then by deadline."""
        return sorted((o for o in self.open.values() if o.has_begun(today)), key=lambda o: (o.due > today, o.harm, o.due))


class Bookkeeper:
    """Opens, moves and discharges duties as facts are folded."""

    def __init__(self, duties: list[Duty], figures: Figures, calendars: Calendars, nation: Any) -> None:
        self.figures, self.calendars, self.nation = figures, calendars, nation
        self.duties = {d.name: d for d in duties}
        self._opened_by: dict[type, list[Duty]] = {}
        self._closed_by: dict[type, set[str]] = {}
        for d in duties:
            for kind in d.after:
                self._opened_by.setdefault(kind, []).append(d)
            for kind in d.until + d.ends:
                self._closed_by.setdefault(kind, set()).add(d.name)
        self._predicated = {d.name for d in duties if d.met is not None}

    def enter(self, book: DutyBook, happened: Recorded, record: Record) -> None:
        """Take one fact into the book: moves first, then what it discharges, then what it opens."""
        kind = type(happened.fact)
        if book.open:
            move = MOVES.get(kind)
            if move is not None:
                move(book, happened.fact)
            closing = self._closed_by.get(kind, ())
            for owed in list(book.open.values()):
                if owed.duty in closing:
                    self._close(book, owed, happened, record)
                if owed.duty in self._predicated and owed.id in book.open and self._is_met(owed, record):
                    self._discharge(book, owed, happened, record)
        for d in self._opened_by.get(kind, ()):
            if d.in_force(happened.day) and self._opens(d, happened, record):
                self._open(book, d, happened, d.key(happened) or "", record)

    def _opens(self, d: Duty, happened: Recorded, record: Record) -> bool:
        if d.when is not None and not d.when(happened, record):
            return False
        return d.enough is None or d.enough(happened, record, lambda name: self.figure(d, name, happened.day))

    def _is_met(self, owed: Owed, record: Record) -> bool:
        d = self.duties[owed.duty]
        day = owed.opened_at.astimezone(LONDON).date()
        return d.met is not None and d.met(owed, record, lambda name: self.figure(d, name, day))

    def _close(self, book: DutyBook, owed: Owed, happened: Recorded, record: Record) -> None:
        d = self.duties[owed.duty]
        key = d.key(happened)
        if key is not None and key != owed.per:
            return
        if isinstance(happened.fact, d.ends):
            del book.open[owed.id]
        elif d.counts is None or d.counts(owed, happened, record):
            self._discharge(book, owed, happened, record)

    def _discharge(self, book: DutyBook, owed: Owed, happened: Recorded, record: Record) -> None:
        d = self.duties[owed.duty]
        del book.open[owed.id]
        book.discharged += 1
        if d.again_every and (d.still is None or d.still(owed, record)):
            self._open(book, d, happened, owed.per, record, within=d.again_every, values=owed.values)

    def _open(
        self, book: DutyBook, d: Duty, happened: Recorded, per: str, record: Record, *,
        within: str | None = None, values: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        if any(o.duty == d.name and o.per == per for o in book.open.values()):
            return
        day = happened.day
        calendar = self.calendars.of(self.nation(record), day)
        starts = calendar.add(day, self.figure(d, d.begins_in, day)) if d.begins_in else day
        asked = within if within is not None else d.within(happened, record) if callable(d.within) else d.within
        due, due_at = self._deadline(d, asked, happened, starts, calendar)
        begins = max(starts, calendar.add(due, -self.figure(d, d.begins_before, day))) if d.begins_before else starts
        owner = d.owner(happened, record) if callable(d.owner) else d.owner
        identity = f"{d.name}-{happened.number}" + (f"-{per}" if per and per != str(happened.number) else "")
        if values is None:
            held = happened.fact
            values = {g: getattr(held, g) for g in d.gaps if hasattr(held, g) and g not in held.kind.forget}
        book.open[identity] = Owed(
            id=identity, duty=d.name, rule=d.rule, per=per, opened_by=happened.number, opened_at=happened.at, begins=begins,
            due=due, due_at=due_at, owner=owner, harm=d.harm, values=values,
        )  # fmt: skip

    def anew(self, owed: Owed, opened: Recorded, record: Record, today: date) -> tuple[date, datetime | None, str] | None:
        """The deadline and owner an open duty would have, had today's edition been in force when `opened` opened it.

        None when it cannot be worked out from that fact. Nothing is changed: what is asked for is recorded as DutiesReset.
        """
        d = self.duties[owed.duty]
        again = not isinstance(opened.fact, d.after)
        if again and not d.again_every:
            return None
        asked = d.again_every if again else d.within(opened, record) if callable(d.within) else d.within
        starts = opened.day if d.begins_before else owed.begins
        due, due_at = self._deadline(d, asked, opened, starts, self.calendars.of(self.nation(record), today), edition=today)
        return due, due_at, owed.owner if again else d.owner(opened, record) if callable(d.owner) else d.owner

    def figure(self, d: Duty, name: str, day: date) -> Any:
        for owner in (d.name, d.rule, "common"):
            if self.figures.has(owner, name):
                return self.figures.get(owner, name, day)
        return self.figures.get(d.rule, name, day)

    def _deadline(
        self, d: Duty, asked: str | date | datetime, happened: Recorded, begins: date, calendar: Calendar, edition: date | None = None
    ) -> tuple[date, datetime | None]:
        if isinstance(asked, datetime):
            return asked.astimezone(LONDON).date(), asked
        if isinstance(asked, date):
            return asked, None
        amount = self.figure(d, asked, edition or happened.day)
        if asked.endswith("_hours"):
            moment = happened.at + timedelta(hours=amount)
            return moment.astimezone(LONDON).date(), moment
        if asked.endswith("_months"):
            return months_after(begins, amount), None
        return calendar.add(begins, amount), None


def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))


def end_of(day: date) -> datetime:
    """The last moment of a day in London."""
    return datetime.combine(day, time.max, LONDON)


def _offered(book: DutyBook, move: DutyOffered) -> None:
    if owed := book.open.get(move.duty):
        owed.offered_to = move.to


def _accepted(book: DutyBook, move: DutyAccepted) -> None:
    if (owed := book.open.get(move.duty)) and owed.offered_to:
        owed.owner, owed.person, owed.offered_to = owed.offered_to, move.person, ""


def _declined(book: DutyBook, move: DutyDeclined) -> None:
    if owed := book.open.get(move.duty):
        owed.offered_to = ""


def _allocated(book: DutyBook, move: DutyAllocated) -> None:
    if owed := book.open.get(move.duty):
        owed.person = move.person


def _reset(book: DutyBook, move: DutiesReset) -> None:
    if owed := book.open.get(move.duty):
        owed.due, owed.due_at = move.due, None
        owed.owner = move.owner or owed.owner


MOVES: dict[type, Any] = {
    DutyOffered: _offered, DutyAccepted: _accepted, DutyDeclined: _declined, DutyAllocated: _allocated, DutiesReset: _reset,
}  # fmt: skip
