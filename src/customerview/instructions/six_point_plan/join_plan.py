"""Join a plan that a colleague began."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, records

from ..roles import STAFF
from .facts import PlanJoined
from .on_plan import OnPlan


class JoinPlan(OnPlan, frozen=True, kw_only=True):
    """A second colleague sees the same page, with what was written, and helps."""

    about = records(Words("Join the six point plan", "Ymuno â'r cynllun chwe phwynt"), may=STAFF, protects=True)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PlanJoined(plan=self.plan)]
