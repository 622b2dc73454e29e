"""A line's system reports that a payment came back."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import PaymentReturned


class ReportPaymentReturned(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that the bank sent a payment back."""

    about = records(Words("Report a returned payment", "Rhoi gwybod am daliad a ddychwelwyd"), may=("line_system",), own_line_only=True)

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    due: Annotated[date, field("When was it due?", kind="date")]
    amount: Annotated[int, field("How much came back, in pence?", kind="money", ge=0)]
    why: Annotated[str, field("What did the bank say?", max_length=100)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PaymentReturned(**self.of_award(record), payment=self.payment, due=self.due, amount=self.amount, why=self.why)]
