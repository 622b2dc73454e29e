"""Days and times of day in made-up lives: people are in touch in working hours, systems report before dawn."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random


def early(chance: Random, day: date) -> datetime:
    """When a line's system reports: in the small hours."""
    return datetime.combine(day, time(4), UTC) + timedelta(seconds=chance.randrange(7_200))


def working(chance: Random, day: date) -> datetime:
    """When people are in touch: on a weekday, between nine and half past four."""
    if day.weekday() > 4:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(9), UTC) + timedelta(seconds=chance.randrange(27_000))


def evening(chance: Random, day: date) -> datetime:
    """When people write to us: at any time they are awake."""
    return datetime.combine(day, time(7), UTC) + timedelta(seconds=chance.randrange(54_000))


def after(chance: Random, at: datetime, days: float) -> datetime:
    """In working hours, about so many days later, and never before."""
    later = at + timedelta(days=chance.expovariate(1 / days) if days else 0)
    return max(working(chance, later.date()), at + timedelta(minutes=chance.randint(2, 90)))
