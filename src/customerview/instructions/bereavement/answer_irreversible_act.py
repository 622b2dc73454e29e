"""A line answers for a step that cannot be undone, taken before the death was certain."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import UnguardedActAnswered


class AnswerIrreversibleAct(Action, frozen=True, kw_only=True):
    """A service says why it did something that cannot be undone, and what it does about it."""

    about = records(Words("Answer for a step that cannot be undone", "Ateb am gam na ellir ei ddadwneud"),
                    may=("case_manager", "decision_maker", "team_leader"))  # fmt: skip

    why: Annotated[str, field("Why was it done, and what is done about it?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [UnguardedActAnswered(line=asked.by.line, why=self.why)]
