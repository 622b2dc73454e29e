"""Ask for, or promise, a call back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import CallBackPromised
from .teams import holding_team, lead_line


class PromiseCallBack(Action, frozen=True, kw_only=True):
    """We will call you, at the time agreed or by the next working day."""

    about = records(Words("Ask for a call back", "Gofyn am alwad yn ôl"), may=("customer", "representative", *STAFF))

    reason: Annotated[
        str,
        field(Words("What is the call about?", "Am beth mae'r alwad?"), kind="long_text", min_length=2, max_length=500,
              missing=Words("Say what the call is about", "Dywedwch am beth mae'r alwad")),
    ]  # fmt: skip
    at: Annotated[
        datetime | None,
        field(Words("When should the call be, if at a set time?", "Pryd ddylai'r alwad fod, os ar amser penodol?"), kind="moment"),
    ] = None  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.at is not None and self.at < asked.at:
            return [Problem("at", Words("This time is past.", "Mae'r amser hwn wedi mynd heibio."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = asked.by.line or lead_line(record)
        owed_by = asked.by.teams[0] if asked.by.teams else holding_team(record, line)
        return [CallBackPromised(line=line, team=owed_by, at=self.at, about=self.reason)]
