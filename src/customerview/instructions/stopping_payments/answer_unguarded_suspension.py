"""A line answers for a suspension that came without safeguards."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from .facts import UnguardedSuspensionAnswered
from .on_suspension import OnSuspension


class AnswerUnguardedSuspension(OnSuspension, frozen=True, kw_only=True):
    """The safeguards that were missed are made good, so that a suspension may stand."""

    about = asks(Words("Answer for the missing safeguards", "Ateb am y mesurau diogelu coll"), effect="takes_away", own_line_only=True,
                 may=("case_manager", "decision_maker", "team_leader", "compliance_officer"))  # fmt: skip

    why: Annotated[str, field("Why was it done without them?", kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and not record.suspensions.open[self.award].unguarded:
            wrong.append(Problem("award", Words("Nothing is missing here.", "Nid oes dim ar goll yma.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [UnguardedSuspensionAnswered(**self.of_award(record), answer="completed", why=self.why)]
