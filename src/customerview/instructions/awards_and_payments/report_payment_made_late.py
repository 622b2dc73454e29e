"""A line's system reports that a payment was made after the day it was due."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..on_award import OnAward
from ..requests_to_lines.facts import answers_by_paying
from .facts import PaymentMadeLate


class ReportPaymentMadeLate(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that a payment was made late."""

    about = records(Words("Report a late payment", "Rhoi gwybod am daliad hwyr"), may=("line_system", "job"), own_line_only=True)

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    due: Annotated[date, field("When was it due?", kind="date")]
    made: Annotated[date, field("When was it made?", kind="date")]
    amount: Annotated[int, field("How much was paid, in pence?", kind="money", ge=0)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.made <= self.due:
            wrong.append(Problem("made", Words("A late payment is made after the day it was due.",
                                               "Gwneir taliad hwyr ar ôl y diwrnod yr oedd yn ddyledus.")))  # fmt: skip
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        late = PaymentMadeLate(**self.of_award(record), payment=self.payment, due=self.due, made=self.made, amount=self.amount)
        return [late, *answers_by_paying(record, self.payment, self.amount, self.made)]
