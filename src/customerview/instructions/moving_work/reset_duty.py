"""Set the deadline or owner of open work anew."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field
from customerview.kernel.facts import DutiesReset

from .on_duty import OnDuty


class ResetDuty(OnDuty, frozen=True, kw_only=True):
    """A named person applies a later edition of an instruction to work that is open already."""

    about = asks(Words("Set a deadline or owner anew", "Ailosod terfyn amser neu berchennog"), may=("operations_manager",))

    due: Annotated[date, field("Due by which day?", kind="date")]
    owner: Annotated[str, field("Owed by which team? Empty: as it is", max_length=40)] = ""
    why: Annotated[str, field("Why?", kind="long_text", min_length=1, max_length=300)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.due < asked.today:
            wrong.append(Problem("due", Words("The new day must be today or later.", "Rhaid i'r diwrnod newydd fod heddiw neu'n hwyrach.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DutiesReset(duty=self.duty, due=self.due, owner=self.owner, why=self.why)]
