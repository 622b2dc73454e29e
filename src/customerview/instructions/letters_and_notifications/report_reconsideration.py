"""A line's system reports that a decision was looked at again."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from .outcome_facts import LOOKED_AT_AGAIN, DecisionLookedAtAgain, Finding
from .report_outcomes import NOT_YET, ReportOutcome

EACH_POINT = Words("Say what was found on each point the customer made.", "Nodwch yr hyn a ganfuwyd ar bob pwynt a wnaeth y cwsmer.")


class ReportReconsideration(ReportOutcome, frozen=True, kw_only=True):
    """The service that pays a benefit looked again at what it decided, answers every point that was made, and says how to appeal."""

    about = records(Words("Report that a decision was looked at again", "Rhoi gwybod yr edrychwyd ar benderfyniad eto"),
                    may=("line_system",), own_line_only=True)  # fmt: skip

    decided: Annotated[date, field(Words("When was the decision made?", "Pryd y gwnaed y penderfyniad?"), kind="date")]
    outcome: Annotated[str, field(Words("What came of it?", "Beth ddaeth ohono?"), kind="choice", choices=LOOKED_AT_AGAIN.items())]
    findings: tuple[Finding, ...] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.decided > asked.today:
            wrong.append(Problem("decided", NOT_YET))
        if not self.findings or not all(f.point.strip() and f.found.strip() for f in self.findings):
            wrong.append(Problem("findings", EACH_POINT))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DecisionLookedAtAgain(**self.owed(record), decided=self.decided, outcome=self.outcome, findings=self.findings)]
