"""Record what came of an escalated case."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import EscalationAnswered


class AnswerEscalation(Action, frozen=True, kw_only=True):
    """The escalated case was dealt with."""

    about = records(Words("Record what came of it", "Cofnodi beth ddaeth ohono"), may=STAFF)

    escalation: Annotated[int, field("Which case?", kind="number", hidden=True, ge=1)]
    outcome: Annotated[str, field("What came of it?", kind="long_text", min_length=3, max_length=2000, missing="Say what came of it.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        case = record.escalations.open.get(self.escalation)
        if case is None or not case.accepted:
            return [Problem("escalation", Words("Accept the case first.", "Derbyniwch yr achos yn gyntaf."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [EscalationAnswered(escalation=self.escalation, outcome=self.outcome)]
