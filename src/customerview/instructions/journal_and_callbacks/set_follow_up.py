"""Set a dated follow-up."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..directory import team
from ..roles import STAFF
from .facts import FollowUpSet
from .teams import lead_line


class SetFollowUp(Action, frozen=True, kw_only=True):
    """A next step is given a date and an owner."""

    about = records(Words("Set a follow-up", "Gosod cam dilynol"), may=STAFF)

    what: Annotated[str, field("What is to be done?", min_length=3, max_length=300, missing="Say what is to be done.")]
    due: Annotated[date, field("By when?", kind="date", missing="Enter the day.")]
    event: Annotated[int, field("After which event?", kind="number", hidden=True)] = 0

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.due is not None and self.due < asked.today:
            return [Problem("due", Words("This day is past.", "Mae'r diwrnod hwn wedi mynd heibio."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        owner = asked.by.teams[0] if asked.by.teams else team(lead_line(record))
        return [FollowUpSet(due=self.due, team=owner, what=self.what, event=self.event)]
