"""What stands behind a story: how what it is given becomes facts, what it keeps of each catch, and how it says what went wrong."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import msgspec

from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel import LONDON, Action, Asked, Fact, Owed, Record, in_words, records
from customerview.perform import Invalid, NotDone, Refused

from .people import RHIAN


class StoryFailed(AssertionError):
    """The story did not go as told."""


class Catch(msgspec.Struct, kw_only=True):
    """One step at which an instruction caught something: by which rule, how, in which words; and whether it did this time."""

    rule: str
    how: str
    words: str
    holds: bool


class Begun(Action, frozen=True, kw_only=True):
    """What a story is given first."""

    about = records("Begin a story", may=("job",), opens_record=True)
    happened: tuple[Any, ...]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return list(self.happened)


class Happened(Action, frozen=True, kw_only=True):
    """What a story is given."""

    about = records("Go on with a story", may=("job",))
    happened: tuple[Any, ...]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return list(self.happened)


def registered(stream: UUID) -> Fact:
    return CustomerRegistered(
        source="PIP", given="Rhian" if stream == RHIAN else "Gwen", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C"
    )


def moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time(10), LONDON)


def is_fact(expected: Any) -> bool:
    return isinstance(expected, Fact) or (isinstance(expected, type) and issubclass(expected, Fact))


def due(owed: Owed) -> str:
    return in_words(owed.due_at, time=True) if owed.due_at else in_words(owed.due, weekday=True)


def what_happened(stopped: NotDone | None) -> str:
    if stopped is None:
        return "it was done."
    if isinstance(stopped, Invalid):
        return "; ".join(f"{p.field}: {p.words.en}" for p in stopped.problems)
    if isinstance(stopped, Refused):
        return "; ".join(f"{o.kind} {o.satisfied_by} by the rule {o.rule}: {o.words.en}" for o in stopped.outcomes)
    return f"{type(stopped).__name__}: {stopped.words.en}"
