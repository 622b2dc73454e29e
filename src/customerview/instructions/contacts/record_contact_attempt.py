"""Record that somebody tried to reach the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .facts import OUTCOMES, ContactAttempted


class RecordContactAttempt(Action, frozen=True, kw_only=True):
    """Somebody tried to reach the customer. Only a way they can use counts as a try."""

    about = records(Words("Record a try to reach the customer", "Cofnodi ymgais i gyrraedd y cwsmer"), may=(*STAFF, "line_system", "job"))

    route: Annotated[str, field("By which way?", kind="choice", choices=ROUTES.items())]
    outcome: Annotated[str, field("What came of it?", kind="choice", choices=OUTCOMES.items())]
    reason: Annotated[str, field("What was it about?", max_length=300)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        usable = self.route in ROUTES and why_not_usable(self.route, record) is None
        return [ContactAttempted(route=self.route, outcome=self.outcome, usable=usable, line=asked.by.line, about=self.reason)]
