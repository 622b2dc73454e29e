"""A line's system reports that a tribunal's decision was put into effect."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from .outcome_facts import TRIBUNAL, AppealPutIntoEffect
from .report_outcomes import NOT_YET, ReportOutcome


class ReportAppealOutcome(ReportOutcome, frozen=True, kw_only=True):
    """The service that pays a benefit now pays what the tribunal decided."""

    about = records(Words("Report that an appeal was put into effect", "Rhoi gwybod bod apêl wedi'i rhoi ar waith"),
                    may=("line_system",), own_line_only=True)  # fmt: skip

    decided: Annotated[date, field(Words("When did the tribunal decide?", "Pryd y penderfynodd y tribiwnlys?"), kind="date")]
    outcome: Annotated[str, field(Words("What did it decide?", "Beth a benderfynodd?"), kind="choice", choices=TRIBUNAL.items())]
    reasons: Annotated[str, field(Words("Why, in plain words?", "Pam, mewn geiriau plaen?"), kind="long_text", min_length=1, max_length=2000)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        return wrong + ([Problem("decided", NOT_YET)] if self.decided > asked.today else [])

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppealPutIntoEffect(**self.owed(record), decided=self.decided, outcome=self.outcome, reasons=self.reasons.strip())]
