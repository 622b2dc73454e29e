"""Ask a line to end an award because the person has died."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..on_award import OnAward
from ..stopping_payments.facts import EndDecided
from .on_death import NO_DEATH


class EndAwardAtDeath(OnAward, frozen=True, kw_only=True):
    """A benefit ends because the person who got it has died."""

    about = asks(Words("End the award after the death", "Rhoi diwedd ar y dyfarniad ar ôl y farwolaeth"), effect="takes_away",
                 own_line_only=True, may=("case_manager", "decision_maker", "line_system"))  # fmt: skip

    ends: Annotated[date, field("On which day does it end?", kind="date")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not record.death.reported:
            wrong.append(Problem("award", NO_DEATH))
        elif record.death.died and self.ends < record.death.died:
            wrong.append(Problem("ends", Words("The award cannot end before the day they died.",
                                               "Ni all y dyfarniad ddod i ben cyn y diwrnod y buont farw.")))  # fmt: skip
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [EndDecided(**self.of_award(record), ends=self.ends, why="death")]
