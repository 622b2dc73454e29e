"""Working days, by nation, as a value the kernel is given.

Bank holidays carry the day they were announced, so that a deadline fixed before an extra holiday was proclaimed stays as
it was: what counts is the calendar as it stood when the fact was recorded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

NATIONS = ("england_and_wales", "scotland", "northern_ireland")


class BankHoliday(msgspec.Struct, frozen=True):
    """One day off in one nation. `announced` is the day it became known (None: always known)."""

    day: date
    nation: str
    name: str
    announced: date | None = None


class Calendar:
    """The working days of one nation, as known on one day. Saturdays, Sundays and bank holidays are not working days."""

    def __init__(self, nation: str, holidays: Iterable[date]) -> None:
        self.nation = nation
        self.holidays = frozenset(holidays)
        self._weekdays_off = sorted(day for day in self.holidays if day.weekday() < 5)

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before `day`."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def add(self, day: date, working_days: int) -> date:
        """`working_days` after `day`, counting from the day after it.

        Nought is the same working day: the day itself, or the next working day when it falls on a day off. Negative
        numbers count backwards.
        """
        if working_days == 0:
            return self.on_or_after(day)
        step = 1 if working_days > 0 else -1
        for _ in range(abs(working_days)):
            day += timedelta(days=step)
            while not self.is_working(day):
                day += timedelta(days=step)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; nought when `end` is not after `start`."""
        if end <= start:
            return 0
        # Reckoned, not counted day by day: lists ask this of every line, and what is late can be years late.
        weeks, rest = divmod((end - start).days, 7)
        weekdays = 5 * weeks + sum((start.weekday() + n) % 7 < 5 for n in range(1, rest + 1))
        return weekdays - (bisect_right(self._weekdays_off, end) - bisect_right(self._weekdays_off, start))


class Calendars:
    """All nations' holidays. `of(nation, known)` is that nation's calendar as it stood on a day."""

    def __init__(self, holidays: Iterable[BankHoliday] = ()) -> None:
        self.holidays = tuple(holidays)
        self._announcements = sorted({h.announced for h in self.holidays if h.announced})
        self._made: dict[tuple[str, int], Calendar] = {}

    def of(self, nation: str, known: date) -> Calendar:
        """Raises ValueError for a nation we have no calendar for."""
        if nation not in NATIONS:
            raise ValueError(f"There is no calendar for {nation!r}; the nations are {', '.join(NATIONS)}.")
        edition = sum(day <= known for day in self._announcements)
        if (nation, edition) not in self._made:
            days = (h.day for h in self.holidays if h.nation == nation and (h.announced is None or h.announced <= known))
            self._made[nation, edition] = Calendar(nation, days)
        return self._made[nation, edition]
