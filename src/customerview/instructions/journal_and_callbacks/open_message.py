"""Open a message from the department."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import MessageOpened


class OpenMessage(Action, frozen=True, kw_only=True):
    """You opened a message from us."""

    about = records(Words("Open a message", "Agor neges"), may=("customer", "representative"))

    message: Annotated[int, field(Words("Which message?", "Pa neges?"), kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        known = self.message in record.messages.unopened
        return [] if known else [Problem("message", Words("This message was opened already.", "Cafodd y neges hon ei hagor eisoes."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [MessageOpened(message=self.message)]
