"""Give a piece of work to one colleague of the owning team, or take it oneself."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import DutyAllocated

from ..roles import STAFF
from .on_duty import NOT_YOUR_TEAM, OnDuty, may_move

LEADERS = frozenset({"team_leader", "operations_manager"})


class AllocateDuty(OnDuty, frozen=True, kw_only=True):
    """Work is given to one colleague of the team that has it; or put back for anybody in the team."""

    about = records(Words("Give work to a colleague", "Rhoi gwaith i gydweithiwr"), may=STAFF)

    person: Annotated[str, field("To whom? Empty: back to the whole team", max_length=60)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        owed = record.duties.open[self.duty]
        if not may_move(asked, owed.owner):
            return [Problem("duty", NOT_YOUR_TEAM)]
        own = self.person == asked.by.id or (not self.person and owed.person == asked.by.id)
        if not own and not asked.by.roles & LEADERS:
            return [Problem("person", Words("A team leader gives work to others. You may take it yourself.",
                                            "Arweinydd tîm sy'n rhoi gwaith i eraill. Gallwch ei gymryd eich hun."))]  # fmt: skip
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DutyAllocated(duty=self.duty, person=self.person)]
