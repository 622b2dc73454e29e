"""Record how one step of the plan went."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import WENT, PlanStepTaken
from .on_plan import WHICH_STEP, OnPlan


class RecordPlanStep(OnPlan, frozen=True, kw_only=True):
    """A step was taken, could not be, or was not needed. The steps go in any order, and again."""

    about = records(Words("Record how this step went", "Cofnodi sut aeth y cam hwn"), may=STAFF, protects=True)

    step: Annotated[str, WHICH_STEP]
    said: Annotated[str, field("What was said or done, in their words", kind="long_text", max_length=2000)] = ""
    went: Annotated[str, field("How did this step go?", kind="choice", choices=WENT.items(), missing="Select how this step went")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PlanStepTaken(plan=self.plan, step=self.step, went=self.went, said=self.said)]
