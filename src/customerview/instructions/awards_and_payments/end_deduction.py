"""Stop taking money from an award for another line."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import DeductionEnded


class EndDeduction(Action, frozen=True, kw_only=True):
    """Money is no longer taken from a benefit."""

    about = records(Words("End a deduction", "Rhoi diwedd ar ddidyniad"), may=("case_manager", "decision_maker", "line_system"),
                    effect="gives", protects=True)  # fmt: skip

    deduction: Annotated[str, field("Which deduction?", hidden=True, max_length=60)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.deduction in record.payments.deductions:
            return []
        return [Problem("deduction", Words("No such deduction is being taken.", "Nid oes didyniad o'r fath yn cael ei gymryd."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.payments.deductions[self.deduction]
        return [DeductionEnded(award=held.award, benefit=held.benefit, line=held.line, deduction=self.deduction, to=held.to)]
