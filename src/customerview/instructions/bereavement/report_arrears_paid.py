"""A line's system reports that it paid a balance."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import ArrearsPaid
from .on_balance import OnBalance


class ReportArrearsPaid(OnBalance, frozen=True, kw_only=True):
    """A service tells us that it paid what was due at death."""

    about = records(Words("Report that a balance was paid", "Rhoi gwybod bod balans wedi'i dalu"), may=("line_system",),
                    own_line_only=True)  # fmt: skip

    pence: Annotated[int, field("How much was paid, in pence?", kind="money", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ArrearsPaid(balance=self.balance, line=self.line(record), pence=self.pence)]
