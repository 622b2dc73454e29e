"""Do what was asked for, or answer it with reasons."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import RequestAnswered, RequestDone


class AnswerRequest(Action, frozen=True, kw_only=True):
    """What you asked for is done, or you get an answer with reasons."""

    about = records(Words("Do or answer what was asked", "Gwneud neu ateb yr hyn a ofynnwyd"), may=STAFF)

    asked: Annotated[int, field("Which request?", kind="number", hidden=True, ge=1)]
    done: Annotated[bool, field("Was it done?", kind="yes_no")]
    said: Annotated[
        str,
        field("What was done, or the reasons why it was not", kind="long_text", min_length=3, max_length=2000,
              missing="Say what was done, or give the reasons."),
    ]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        known = self.asked in record.requests.open
        return [] if known else [Problem("asked", Words("This was done or answered already.", "Gwnaed neu atebwyd hwn eisoes."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RequestDone(asked=self.asked, done=self.said) if self.done else RequestAnswered(asked=self.asked, reasons=self.said)]
