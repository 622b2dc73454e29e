"""Idea 4, first half: what a rule is asked with, and what a guard may answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from .action import Action, action_name
from .actor import Actor
from .calendar import Calendar
from .figures import Figures
from .words import LONDON, Words, words


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of an asking: by whom, at which moment, on whose calendar, by which figures, from how old sources.

    `reason` is what the person gave; `approvals` are the actors who agreed; `acknowledged` are the numbers of the facts
    this person has acknowledged. `rule` binds `figure` to the rule being asked.
    """

    by: Actor
    at: datetime
    calendar: Calendar
    figures: Figures
    ages: Mapping[str, timedelta | None] = {}
    reason: str = ""
    approvals: tuple[Actor, ...] = ()
    run: str = ""
    """The named run this is one of many in; empty when it is done singly."""
    rule: str = "common"

    @property
    def today(self) -> date:
        return self.at.astimezone(LONDON).date()

    def figure(self, name: str) -> Any:
        """The rule's own figure, else the common one, in force today. Raises FigureMissing."""
        owner = self.rule if self.figures.has(self.rule, name) else "common"
        return self.figures.get(owner, name, self.today)

    def of(self, rule: str) -> Asked:
        return msgspec.structs.replace(self, rule=rule)

    def working_days_since(self, day: date) -> int:
        return self.calendar.between(day, self.today)


OUTCOMES = ("refused", "needs", "approval", "reason", "held")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A guard's answer: one sentence saying what to do, and what would satisfy it."""

    kind: str
    words: Words
    satisfied_by: str = ""
    """The action that would satisfy it, or the role whose approval would."""
    missing: tuple[str, ...] = ()
    """The facts that are missing and who can supply them, when there are several."""
    rule: str = ""


def refused(sentence: str | Words, *, missing: tuple[str, ...] = ()) -> Outcome:
    """It may not happen."""
    return Outcome(kind="refused", words=words(sentence), missing=missing)


def needs(action: type[Action], sentence: str | Words, *, missing: tuple[str, ...] = ()) -> Outcome:
    """Something else has to be done first; the sentence stands beside the button of that action."""
    return Outcome(kind="needs", words=words(sentence), satisfied_by=action_name(action), missing=missing)


def approval(role: str, sentence: str | Words) -> Outcome:
    """A second person in this role has to agree."""
    return Outcome(kind="approval", words=words(sentence), satisfied_by=role)


def reason(sentence: str | Words) -> Outcome:
    """It may happen once a reason is given, which is kept."""
    return Outcome(kind="reason", words=words(sentence), satisfied_by="reason")


def held(sentence: str | Words, *, satisfied_by: type[Action] | None = None) -> Outcome:
    """It waits, and goes ahead by itself when the doubt is settled; a duty opens at the limit."""
    return Outcome(kind="held", words=words(sentence), satisfied_by=action_name(satisfied_by) if satisfied_by else "")
