"""Remove a follow-up, with a reason."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..roles import STAFF
from .facts import FollowUpRemoved
from .on_follow_up import OnFollowUp


class RemoveFollowUp(OnFollowUp, frozen=True, kw_only=True):
    """A next step is no longer needed, and the reason is kept."""

    about = asks(Words("Remove a follow-up", "Dileu cam dilynol"), may=STAFF)

    why: Annotated[str, field("Why is it no longer needed?", kind="long_text", min_length=3, max_length=500, missing="Give the reason.")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FollowUpRemoved(follow_up=self.follow_up, why=self.why)]
