"""Escalate a case: one way, and the rule picks who receives it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..directory import team
from ..roles import STAFF
from .facts import CaseEscalated
from .teams import lead_line

REASONS = {
    "harm": Words("Somebody may come to harm", "Gall rhywun gael niwed"),
    "money": Words("Somebody may go without money they need", "Gall rhywun fod heb arian sydd ei angen arno"),
    "complex": Words("It touches several services, or nobody knows what to do", "Mae'n cyffwrdd â sawl gwasanaeth, neu nid oes neb yn gwybod beth i'w wneud"),
    "decision": Words("It needs a decision above mine", "Mae angen penderfyniad uwch na fy un i"),
    "late": Words("It is late and nothing moves", "Mae'n hwyr ac nid oes dim yn symud"),
}  # fmt: skip


def receiving_team(reason: str, record: Record) -> str:
    """Who receives an escalation, by its reason. There is nothing to choose, and no mailbox."""
    line = lead_line(record)
    return {
        "harm": team("SUPPORT"), "complex": team("SUPPORT"), "money": team(line, "payments"), "decision": team(line, "decisions"),
        "late": team("OPERATIONS"),
    }.get(reason, team("OPERATIONS"))  # fmt: skip


class EscalateCase(Action, frozen=True, kw_only=True):
    """A case goes to the team that can deal with it, and stays where it is until they accept."""

    about = records(Words("Escalate the case", "Uwchgyfeirio'r achos"), may=STAFF, protects=True)

    reason: Annotated[str, field("Why?", kind="choice", choices=REASONS.items())]
    what: Annotated[
        str, field("What do they need to know?", kind="long_text", min_length=3, max_length=2000, missing="Say what they need to know.")
    ]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        sender = asked.by.teams[0] if asked.by.teams else team("OPERATIONS")
        return [CaseEscalated(reason=self.reason, to=receiving_team(self.reason, record), sender=sender, what=self.what)]
