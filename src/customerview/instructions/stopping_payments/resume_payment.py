"""Lift a suspension: nothing ever holds this."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..requests_to_lines.facts import answers_to_lift
from .facts import LiftDecided
from .on_suspension import OnSuspension


class ResumePayment(OnSuspension, frozen=True, kw_only=True):
    """Payments of a benefit start again, and what was held is paid the same day."""

    about = asks(Words("Lift the suspension", "Codi'r ataliad"), effect="gives", protects=True, own_line_only=True,
                 may=("case_manager", "decision_maker", "compliance_officer", "team_leader", "operations_manager"))  # fmt: skip

    why: Annotated[str, field("Why is it lifted?", kind="long_text", max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LiftDecided(**self.of_award(record), why=self.why), *answers_to_lift(record, self.award, "done", self.why)]
