"""A line's system reports that it pays again."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..requests_to_lines.facts import answers_to_lift
from .facts import PaymentResumed
from .on_suspension import OnSuspension


class ReportResumed(OnSuspension, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that it pays again, and what it paid of what was held."""

    about = records(Words("Report that payments resumed", "Rhoi gwybod bod taliadau wedi ailddechrau"), may=("line_system",),
                    own_line_only=True)  # fmt: skip

    paid: Annotated[int, field("How much of what was held was paid, in pence?", kind="money", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PaymentResumed(**self.of_award(record), paid=self.paid), *answers_to_lift(record, self.award, "done", paid=self.paid)]
