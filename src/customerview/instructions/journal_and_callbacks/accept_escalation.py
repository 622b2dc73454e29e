"""Accept an escalated case."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import DutyAccepted, DutyOffered

from ..roles import STAFF
from .facts import EscalationAccepted


class AcceptEscalation(Action, frozen=True, kw_only=True):
    """The receiving team takes the case over."""

    about = records(Words("Accept the case", "Derbyn yr achos"), may=STAFF)

    escalation: Annotated[int, field("Which case?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        case = record.escalations.open.get(self.escalation)
        if case is None or case.accepted:
            return [
                Problem(
                    "escalation", Words("This case was accepted or answered already.", "Cafodd yr achos hwn ei dderbyn neu ei ateb eisoes.")
                )
            ]
        if case.to not in asked.by.teams and "support_lead" not in asked.by.roles:
            return [
                Problem("escalation", Words("Only the team it was sent to can accept it.", "Dim ond y tîm yr anfonwyd ato all ei dderbyn."))
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        """The case, and with it the work of dealing with it, is theirs from now on."""
        to = record.escalations.open[self.escalation].to
        moved = [o.id for o in record.duties.of("escalated_case_dealt_with") if o.per == str(self.escalation)]
        accepted: list[Fact] = [EscalationAccepted(escalation=self.escalation)]
        for duty in moved:
            accepted += [DutyOffered(duty=duty, to=to), DutyAccepted(duty=duty)]
        return accepted
