"""Tell the customer where the matter they asked after is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ChaseAnswered


class AnswerChase(Action, frozen=True, kw_only=True):
    """The customer is told where the matter is, by the team that holds it."""

    about = records(Words("Tell the customer where it is", "Dweud wrth y cwsmer ble mae pethau arni"), may=STAFF)

    matter: Annotated[str, field("Which matter?", hidden=True, max_length=60)]
    told: Annotated[
        str, field("What did you tell them?", kind="long_text", min_length=3, max_length=2000, missing="Say what you told them.")
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        known = self.matter in record.chases.open
        return [] if known else [Problem("matter", Words("Nobody waits for an answer about this.", "Nid oes neb yn aros am ateb am hyn."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ChaseAnswered(matter=self.matter, told=self.told)]
