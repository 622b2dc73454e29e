"""A colleague settles a list of appointments that differed from the diary."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import DiaryMatched


class SettleDiary(Action, frozen=True, kw_only=True):
    """The diary and the provider's list say the same again."""

    about = records(Words("Settle a list of appointments that differed", "Setlo rhestr o apwyntiadau oedd yn wahanol"), may=STAFF)

    provider: Annotated[str, field("Whose list?", hidden=True, max_length=20)]
    how: Annotated[str, field("What was wrong, and what did you put right?", kind="long_text", min_length=3, max_length=500,
                              missing="Say what you put right.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.provider in record.appointments.differ:
            return []
        return [Problem("provider", Words("No list of theirs differs.", "Nid oes rhestr ganddynt yn wahanol."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DiaryMatched(provider=self.provider, how=self.how)]
