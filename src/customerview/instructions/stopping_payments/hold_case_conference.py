"""Record a case conference held before an adverse step."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..on_award import OnAward
from .facts import ConferenceHeld

STEPS = {
    "suspend": Words("Suspending payments", "Atal taliadau"),
    "end": Words("Ending the award", "Rhoi diwedd ar y dyfarniad"),
}
OUTCOMES = {
    "supports": Words("It supports the step", "Mae'n cefnogi'r cam"),
    "does_not_support": Words("It does not support the step", "Nid yw'n cefnogi'r cam"),
}


class HoldCaseConference(OnAward, frozen=True, kw_only=True):
    """People who know the customer meet to think about what a step would do to them."""

    about = records(Words("Record a case conference", "Cofnodi cynhadledd achos"),
                    may=("team_leader", "support_lead", "operations_manager", "decision_maker"))  # fmt: skip

    step: Annotated[str, field("Which step was it about?", kind="choice", choices=STEPS.items())]
    outcome: Annotated[str, field("What came out of it?", kind="choice", choices=OUTCOMES.items())]
    considered: Annotated[str, field(
        "What was considered?", kind="long_text", min_length=1, max_length=1000,
        hint="Needs, what was tried, and what stopping money would do to this customer.",
    )]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.step not in STEPS:
            wrong.append(Problem("step", Words("Say which step it was about.", "Nodwch pa gam y bu'n ymwneud ag ef.")))
        if self.outcome not in OUTCOMES:
            wrong.append(Problem("outcome", Words("Say what came out of it.", "Nodwch beth oedd y canlyniad.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ConferenceHeld(**self.of_award(record), step=self.step, outcome=self.outcome, lead=asked.by.id, considered=self.considered)]
