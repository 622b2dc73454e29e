"""A line's system reports that a payment was not made."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import PaymentMissed


class ReportPaymentMissed(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that a payment which was due was not made."""

    about = records(Words("Report a missed payment", "Rhoi gwybod am daliad a gollwyd"), may=("line_system",), own_line_only=True)

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    due: Annotated[date, field("When was it due?", kind="date")]
    amount: Annotated[int, field("How much was due, in pence?", kind="money", ge=0)]
    why: Annotated[str, field("Why was it not made?", max_length=100)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PaymentMissed(**self.of_award(record), payment=self.payment, due=self.due, amount=self.amount, why=self.why)]
