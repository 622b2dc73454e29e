"""Ask another line to lift its suspension."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import LiftAskedFor
from .on_suspension import OnSuspension


class AskLineToLift(OnSuspension, frozen=True, kw_only=True):
    """A colleague of another service asks for payments to start again."""

    about = records(Words("Ask the line to lift the suspension", "Gofyn i'r llinell godi'r ataliad"), may=STAFF)

    why: Annotated[str, field("Why should it be lifted?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LiftAskedFor(**self.of_award(record), why=self.why)]
