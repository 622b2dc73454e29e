"""Record that a plan was followed up."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import PlanFollowedUp


class RecordPlanFollowUp(Action, frozen=True, kw_only=True):
    """The customer was spoken to again, or there is a reason why not, and the colleagues were asked how they are."""

    about = records(Words("Record the follow-up", "Cofnodi'r dilyniant"), may=STAFF, protects=True)

    plan: Annotated[int, field("Which plan?", kind="number", hidden=True, ge=1)]
    what: Annotated[str, field("What was done, and how are they now?", hint="Or why nobody could speak to them, and who will try again.",
                               kind="long_text", min_length=3, max_length=2000, missing="Say what was done")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.plan not in record.plans.to_follow_up:
            return [Problem("", Words("No plan waits to be followed up.", "Nid oes cynllun yn aros i gael ei ddilyn."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PlanFollowedUp(plan=self.plan, what=self.what)]
