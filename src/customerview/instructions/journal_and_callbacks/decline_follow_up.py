"""Say that an event calls for no follow-up, with a reason."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import FollowUpRemoved


class DeclineFollowUp(Action, frozen=True, kw_only=True):
    """What happened calls for no later step, and the reason is kept."""

    about = asks(Words("Say that no follow-up is needed", "Nodi nad oes angen cam dilynol"), may=STAFF)

    event: Annotated[int, field("After which event?", kind="number", hidden=True, ge=1)]
    why: Annotated[str, field("Why is none needed?", kind="long_text", min_length=3, max_length=500, missing="Give the reason.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        waits = any(owed.per == str(self.event) for owed in record.duties.of("change_followed_up"))
        return [] if waits else [Problem("event", Words("Nothing waits for a follow-up here.", "Nid oes dim yn aros am gam dilynol yma."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FollowUpRemoved(event=self.event, why=self.why)]
