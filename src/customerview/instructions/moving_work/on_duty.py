"""What everything done about one piece of open work has in common: that it is open."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NOT_OPEN = Words("This work is no longer open.", "Nid yw'r gwaith hwn ar agor mwyach.")
NOT_YOUR_TEAM = Words("Only the team that has this work can do that.", "Dim ond y tîm sydd â'r gwaith hwn all wneud hynny.")


class OnDuty(Action, frozen=True, kw_only=True):
    """Base of what is done about one open duty."""

    duty: Annotated[str, field("Which work?", hidden=True, max_length=120)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.duty in record.duties.open else [Problem("duty", NOT_OPEN)]


def may_move(asked: Asked, owner: str) -> bool:
    """The owning team moves its own work; an operations manager any."""
    return owner in asked.by.teams or "operations_manager" in asked.by.roles
