"""Record that a need is over."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import NeedEnded, SeriousHarmPast


class EndNeed(Action, frozen=True, kw_only=True):
    """Something a customer needed from us is not needed any more."""

    about = asks(Words("End a need", "Rhoi diwedd ar angen"), may=STAFF, effect="takes_away")

    need: Annotated[str, field("Which need is over?", hidden=True, max_length=30)]
    why: Annotated[str, field("How do you know?", kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = record.needs.held.get(self.need)
        if held is None or (held.tier == "serious_harm" and "safeguarding" not in asked.by.tiers):
            return [Problem("need", Words("No such need is held.", "Nid oes angen o'r fath."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        kind = SeriousHarmPast if record.needs.held[self.need].tier == "serious_harm" else NeedEnded
        return [kind(need=self.need, why=self.why)]
