"""Settle a report of a death that matched nobody."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import UnmatchedReportSettled

OUTCOMES = {
    "matched": Words("It is a customer of ours, and is recorded there", "Cwsmer i ni ydyw, ac fe'i cofnodir yno"),
    "not_ours": Words("Nobody we know", "Neb yr ydym yn ei adnabod"),
}


class SettleUnmatchedReport(Action, frozen=True, kw_only=True):
    """Somebody found out whom a report of a death is about."""

    about = records(Words("Settle the report", "Setlo'r adroddiad"), may=("bereavement_officer",))

    outcome: Annotated[str, field("Whom is it about?", kind="choice", choices=OUTCOMES.items())]
    customer: UUID | None = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.outcome == "matched" and self.customer is None:
            return [Problem("customer", Words("Say which customer.", "Nodwch pa gwsmer."))]
        return [] if self.outcome in OUTCOMES else [Problem("outcome", Words("Say whom it is about.", "Nodwch am bwy y mae."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [UnmatchedReportSettled(outcome=self.outcome, customer=self.customer)]
