"""What everything done within one plan has in common: that the plan is open."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

from .steps import STEPS

NOT_OPEN = Words("This plan has ended.", "Mae'r cynllun hwn wedi dod i ben.")
WHICH_STEP = field("Which step?", kind="choice", choices=[(code, step.title) for code, step in STEPS.items()])


class OnPlan(Action, frozen=True, kw_only=True):
    """Base of what is done within one plan."""

    plan: Annotated[int, field("Which plan?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.plan in record.plans.open else [Problem("plan", NOT_OPEN)]
