"""What an open duty says, from the instruction's words and the values kept with it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from customerview.kernel import LONDON, Actor, Calendar, Catalogue, in_words

COUNTED = 60
"""So many working days late say something as a number; of older things the day says more."""
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def said(catalogue: Catalogue, duty: str, values: dict[str, Any], reader: Actor | None = None, owner: str = "") -> str:
    """The duty in words, or as much of it as this reader may know; "" when that is nothing.

    What was forgotten, or a duty of a rule that is no more, leaves a gap rather than a fault.
    """
    rule = catalogue.duties.get(duty)
    if rule is None:
        return duty.replace("_", " ").capitalize() + "."
    told = rule.words_for(reader, owner) if reader else rule.words
    return "" if told is None else told.say("en", **(dict.fromkeys(rule.gaps, "") | {name: _days_again(v) for name, v in values.items()}))


def _days_again(value: Any) -> Any:
    """Values are kept as JSON: a day comes back as its text."""
    return date.fromisoformat(value) if isinstance(value, str) and A_DAY.fullmatch(value) else value


def deadline(due: date, due_at: datetime | None, now: datetime, calendar: Calendar) -> str:
    """When it is due, as a person would say it: "due today", "due Thursday 26 November", "2 working days late"."""
    today = now.astimezone(LONDON).date()
    if due_at is not None and due_at <= now and due == today:
        return f"was due at {_clock(due_at)} today"
    if due < today:
        late = calendar.between(due, today)
        if late == 0:
            return f"was due {in_words(due, weekday=True)}"
        return f"since {in_words(due)}" if late > COUNTED else f"{late} working day{'s' if late != 1 else ''} late"
    at = f" at {_clock(due_at)}" if due_at else ""
    if due == today:
        return f"due today{at}"
    if due == today + timedelta(days=1):
        return f"due tomorrow{at}"
    return f"due {in_words(due, weekday=True)}{at}"


def _clock(moment: datetime) -> str:
    return in_words(moment, time=True).partition(" on ")[0]
