"""Record that a follow-up was done."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import FollowUpDone
from .on_follow_up import OnFollowUp


class DoFollowUp(OnFollowUp, frozen=True, kw_only=True):
    """The next step was taken."""

    about = records(Words("Record that the step was taken", "Cofnodi bod y cam wedi'i gymryd"), may=STAFF)

    done: Annotated[str, field("What was done?", kind="long_text", min_length=3, max_length=1000, missing="Say what was done.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if record.follow_ups.open[self.follow_up].form:
            return [
                Problem("follow_up", Words("Only sending the form takes this step.", "Dim ond anfon y ffurflen sy'n cymryd y cam hwn."))
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FollowUpDone(follow_up=self.follow_up, done=self.done)]
