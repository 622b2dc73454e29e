"""A line's system reports that an award ended."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import AwardEnded


class ReportAwardEnd(OnAward, frozen=True, kw_only=True):
    """The service that paid a benefit tells us that it ended."""

    about = records(Words("Report the end of an award", "Rhoi gwybod am ddiwedd dyfarniad"), may=("line_system",), own_line_only=True)

    ended: Annotated[date, field("What was its last day?", kind="date")]
    why: Annotated[str, field("Why did it end?", max_length=100)] = ""

    def takes_effect(self, asked: Asked) -> date:
        return self.ended

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AwardEnded(**self.of_award(record), ended=self.ended, why=self.why)]
