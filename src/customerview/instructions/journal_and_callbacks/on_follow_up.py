"""What everything done about one follow-up has in common: that it is open."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NOT_OPEN = Words("This step was taken or removed already.", "Cymerwyd neu dilëwyd y cam hwn eisoes.")


class OnFollowUp(Action, frozen=True, kw_only=True):
    """Base of what is done about one follow-up."""

    follow_up: Annotated[int, field("Which step?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.follow_up in record.follow_ups.open else [Problem("follow_up", NOT_OPEN)]
