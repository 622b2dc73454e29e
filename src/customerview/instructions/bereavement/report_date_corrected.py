"""A line's system reports that it corrected the date of death and worked payments out again."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, records

from .facts import DateCorrectionApplied
from .on_death import OnDeath


class ReportDateCorrected(OnDeath, frozen=True, kw_only=True):
    """A service tells us that it worked out again what rested on the wrong date."""

    about = records(Words("Report that the date of death was corrected", "Rhoi gwybod bod dyddiad y farwolaeth wedi'i gywiro"),
                    may=("line_system", "case_manager"))  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DateCorrectionApplied(line=asked.by.line)]
