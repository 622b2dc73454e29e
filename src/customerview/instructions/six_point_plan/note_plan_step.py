"""Keep what is written at a step, as it is typed."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import PlanStepNoted
from .on_plan import WHICH_STEP, OnPlan


class NotePlanStep(OnPlan, frozen=True, kw_only=True):
    """What they say is kept at once, long before anybody says that the step is done."""

    about = records(Words("Write down what was said", "Ysgrifennu'r hyn a ddywedwyd"), may=STAFF, protects=True)

    step: Annotated[str, WHICH_STEP]
    said: Annotated[str, field("What was said, in their words", kind="long_text", max_length=2000)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PlanStepNoted(plan=self.plan, step=self.step, said=self.said)]
