"""A line's system reports that a missed or returned payment reached the customer."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from ..requests_to_lines.facts import answers_by_paying
from .facts import PaymentPutRight


class ReportPaymentPutRight(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that a payment which went wrong was made again."""

    about = records(Words("Report that a payment was put right", "Rhoi gwybod bod taliad wedi'i gywiro"), may=("line_system",),
                    own_line_only=True)  # fmt: skip

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    made: Annotated[date, field("When was it made?", kind="date")]
    amount: Annotated[int, field("How much was paid, in pence?", kind="money", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        put_right = PaymentPutRight(**self.of_award(record), payment=self.payment, made=self.made, amount=self.amount)
        return [put_right, *answers_by_paying(record, self.payment, self.amount, self.made)]
