"""Say which of a line's two answers is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, field, records

from .facts import LineAnswersSettled
from .kinds import FINAL, OUTCOMES
from .on_request import OnRequest

RIGHT: Sequence[Choice] = [Choice(code, OUTCOMES[code]) for code in FINAL]


class SettleLineAnswers(OnRequest, frozen=True, kw_only=True):
    """A line gave two different answers, and says which of them is right."""

    about = records(Words("Say which answer is right", "Dweud pa ateb sy'n gywir"), own_line_only=True,
                    may=("line_system", "agent", "case_manager", "decision_maker", "team_leader", "operations_manager"))  # fmt: skip

    outcome: Annotated[str, field("Which answer is right?", kind="choice", choices=RIGHT, missing="Choose the answer that is right.")]
    why: Annotated[
        str, field("How was that found out?", kind="long_text", min_length=3, max_length=500, missing="Say how it was found out.")
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        one = self.one(record)
        if one and one.stage != "differs":
            wrong.append(Problem("line_request", Words("There are no two answers to this.", "Nid oes dau ateb i hyn.")))
        elif one and self.outcome not in (one.outcome, one.other):
            wrong.append(
                Problem("outcome", Words("Choose one of the two answers that were given.", "Dewiswch un o'r ddau ateb a roddwyd."))
            )
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        of: dict[str, Any] = self.of_request(record)
        return [LineAnswersSettled(**of, outcome=self.outcome, why=self.why)]
