"""Take a first look at a message."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..contacts.facts import QUESTIONS, answered
from ..roles import STAFF
from .facts import FirstLookTaken
from .on_message import OnMessage

NONE = "none"
HEARD = {**QUESTIONS, NONE: Words("None of these", "Dim un o'r rhain")}
MENTIONED = {"suicide": "danger", "danger": "danger", "health": "health"}
"""Which yes puts the message first, and as what."""
TICK = "Tick each that is so, or “None of these”: it cannot be left out."


class TakeFirstLook(OnMessage, frozen=True, kw_only=True):
    """A trained person reads what came in, so that danger is seen within hours."""

    about = records(Words("Take a first look", "Cymryd golwg gyntaf"), may=STAFF, protects=True)

    heard: Annotated[tuple[str, ...], field("What did you find in it?", kind="choices", hint=TICK, choices=HEARD.items(), missing=TICK)]
    money: Annotated[bool, field("Is it about money they need or are worried about?", kind="yes_no")]
    asks: Annotated[bool, field("Does it hold a question, a request, a need or a disagreement?", kind="yes_no")]
    seen: Annotated[str, field("What should the next reader know?", max_length=500)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not self.heard or set(self.heard) - set(HEARD) or (NONE in self.heard and len(self.heard) > 1):
            wrong.append(Problem("heard", Words(TICK, "Ticiwch bob un sy'n wir, neu “Dim un o'r rhain”: ni ellir ei adael allan.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        heard = tuple(question for question in QUESTIONS if question in self.heard)
        first = [MENTIONED[question] for question in heard if question in MENTIONED] + (["money"] if self.money else [])
        seen: list[Fact] = [
            FirstLookTaken(message=self.message, mentions=tuple(dict.fromkeys(first)), asks=self.asks, heard=heard, seen=self.seen)
        ]
        return seen + [answered(contact=self.message, question=question, answer=True, line=asked.by.line) for question in heard]
