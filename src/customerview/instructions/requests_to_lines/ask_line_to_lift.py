"""Ask a line to lift its suspension. Nothing ever holds this."""

from __future__ import annotations

from typing import Annotated, ClassVar

from customerview.kernel import Asked, Problem, Record, Words, field, records

from ..roles import STAFF
from ..stopping_payments.on_suspension import NOT_SUSPENDED
from .asking import AskLine


class AskLineToLift(AskLine, frozen=True, kw_only=True):
    """A colleague of another service asks for payments to start again."""

    what: ClassVar[str] = "lift_suspension"
    instead_of: ClassVar[str] = "resume_payment"
    about = records(Words("Ask the line to lift the suspension", "Gofyn i'r llinell godi'r ataliad"), may=STAFF)

    why: Annotated[str, field("Why should it be lifted?", kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.award in record.suspensions.open else [Problem("award", NOT_SUSPENDED)]
