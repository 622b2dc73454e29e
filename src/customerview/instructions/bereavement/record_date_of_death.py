"""Record the date of a death that was reported without one."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import DeathDateLearned, DeathDoubted
from .on_death import FUTURE, OnDeath
from .report_death import SOURCE_NAMES


class RecordDateOfDeath(OnDeath, frozen=True, kw_only=True):
    """Somebody told us the date of a death."""

    about = records(Words("Record the date of death", "Cofnodi dyddiad y farwolaeth"), may=(*STAFF, "line_system"))

    died: Annotated[date, field("On which day did they die?", kind="date")]
    source: Annotated[str, field("How do we know?", kind="choice", choices=SOURCE_NAMES.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.died > asked.today:
            wrong.append(Problem("died", FUTURE))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.death.died
        if held is not None and held != self.died:
            return [DeathDoubted(source=self.source, line=asked.by.line, why=f"Another date was given: {self.died.isoformat()}.")]
        return [DeathDateLearned(died=self.died, source=self.source)]
