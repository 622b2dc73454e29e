"""Record that support was offered."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from .facts import SUPPORTS, SupportAnswered, SupportOffered

ANSWERS = {
    "": Words("Not answered yet", "Heb ateb eto"), "accepted": Words("Accepted", "Derbyniwyd"), "declined": Words("Declined", "Gwrthodwyd"),
    "later": Words("Perhaps later", "Efallai yn nes ymlaen"),
}  # fmt: skip


class OfferSupport(Action, frozen=True, kw_only=True):
    """A customer is offered support, and their answer is kept."""

    about = records(Words("Record an offer of support", "Cofnodi cynnig o gymorth"), may=STAFF)

    support: Annotated[str, field("What was offered?", kind="choice", choices=SUPPORTS.items())]
    route: Annotated[str, field("How was it offered?", kind="choice", choices=ROUTES.items())] = ""
    detail: Annotated[str, field("What exactly?", max_length=300)] = ""
    answer: Annotated[str, field("What did they say?", kind="choice", choices=ANSWERS.items())] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if self.support in SUPPORTS else [Problem("support", Words("Choose what was offered.", "Dewiswch yr hyn a gynigiwyd."))]
        if self.answer not in ANSWERS:
            wrong.append(Problem("answer", Words("Choose what they said.", "Dewiswch yr hyn a ddywedwyd.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        offered: list[Fact] = [SupportOffered(support=self.support, route=self.route, detail=self.detail)]
        return offered + ([SupportAnswered(offer=record.number + 1, answer=self.answer)] if self.answer else [])
