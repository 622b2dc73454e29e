"""Decline a piece of work that another team offers."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import DutyDeclined

from ..roles import STAFF
from .accept_duty import NOT_OFFERED
from .on_duty import OnDuty


class DeclineDuty(OnDuty, frozen=True, kw_only=True):
    """A team does not accept work from another, and says why: it stays where it was."""

    about = records(Words("Decline work from another team", "Gwrthod gwaith gan dîm arall"), may=STAFF)

    why: Annotated[str, field("Why?", kind="long_text", min_length=1, max_length=300)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        return [] if record.duties.open[self.duty].offered_to in asked.by.teams else [Problem("duty", NOT_OFFERED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DutyDeclined(duty=self.duty, why=self.why)]
