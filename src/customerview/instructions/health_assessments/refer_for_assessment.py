"""Refer a customer to the assessment provider."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, asks

from ..on_award import OnAward
from .facts import AssessmentReferred


class ReferForAssessment(OnAward, frozen=True, kw_only=True):
    """The assessment provider is asked to arrange a health assessment."""

    about = asks(Words("Refer for a health assessment", "Cyfeirio am asesiad iechyd"), outgoing=True,
                 may=("case_manager", "decision_maker", "line_system"))  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AssessmentReferred(**self.of_award(record))]
