"""Start the six point plan, in one step, with nothing asked first."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..contacts.facts import answered
from ..roles import STAFF
from .facts import PlanStarted


class StartPlan(Action, frozen=True, kw_only=True):
    """Somebody may take their life or harm themselves: said, written or feared by anyone."""

    about = records(
        Words("Danger to life: start the six point plan", "Perygl i fywyd: dechrau'r cynllun chwe phwynt"), may=STAFF, protects=True
    )

    contact: Annotated[int, field("In which contact?", kind="number", hidden=True, ge=0)] = 0

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.plans.open:
            return [Problem("", Words("A plan is open already. Join it.", "Mae cynllun eisoes ar agor. Ymunwch ag ef."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        contact = record.contacts.open.get(self.contact)
        began = PlanStarted(line=asked.by.line, contact=contact.number if contact else 0)
        if contact is None or contact.answers.get("suicide"):
            return [began]
        return [began, answered(contact=contact.number, question="suicide", answer=True, line=asked.by.line)]
