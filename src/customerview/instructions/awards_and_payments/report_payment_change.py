"""A line's system reports that a payment was made with another amount than usual."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import PaymentChanged


class ReportPaymentChange(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that one payment differed from the usual amount."""

    about = records(Words("Report a different payment", "Rhoi gwybod am daliad gwahanol"), may=("line_system", "job"), own_line_only=True)

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    due: Annotated[date, field("When was it due?", kind="date")]
    amount: Annotated[int, field("How much was paid, in pence?", kind="money", ge=0)]
    why: Annotated[str, field("Why did it differ?", max_length=100)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        usual = record.awards.held[self.award].at(self.due).amount
        return [PaymentChanged(**self.of_award(record), payment=self.payment, due=self.due, amount=self.amount, usual=usual, why=self.why)]
