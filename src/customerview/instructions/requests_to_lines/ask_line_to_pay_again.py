"""Ask a line to make a missed or lost payment again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Asked, Choice, Problem, Record, Words, asks, field, in_words, pounds

from ..directory import BENEFITS
from ..roles import STAFF
from .asking import AskLine


def astray(record: Record) -> Sequence[Choice]:
    """The payments we know went wrong."""
    return [
        Choice(one.payment, Words(f"{BENEFITS[one.benefit].en}, {pounds(one.amount)}, due {in_words(one.due)}",
                                  f"{BENEFITS[one.benefit].cy}, {pounds(one.amount)}, yn ddyledus {in_words(one.due, 'cy')}"))
        for one in record.payments.wrong.values() if one.benefit in BENEFITS
    ]  # fmt: skip


class AskLineToPayAgain(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to make a payment again that was missed, sent back or never arrived."""

    what: ClassVar[str] = "pay_again"
    about = asks(Words("Ask the line to make a payment again", "Gofyn i'r llinell wneud taliad eto"), may=STAFF)

    payment: Annotated[str, field("Which payment?", kind="choice", choices=astray, max_length=60,
                                  hint="Those we know of. If it is another one, enter the day it was due instead.")] = ""  # fmt: skip
    from_day: Annotated[date | None, field("Or on which day was it due?", kind="date")] = None
    amount: Annotated[int, field("How much should it have been, if it is known?", kind="money", ge=0, le=100_000_000)] = 0
    why: Annotated[
        str, field("What did the customer say?", kind="long_text", min_length=3, max_length=1000, missing="Say what the customer told you.")
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        known = record.payments.wrong.get(self.payment)
        if self.payment and (known is None or known.award != self.award):
            wrong.append(Problem("payment", Words("This is no payment of this benefit.", "Nid yw hwn yn daliad o'r budd-dal hwn.")))
        if not self.payment and self.from_day is None:
            wrong.append(Problem("from_day", Words("Choose the payment, or enter the day it was due.",
                                                   "Dewiswch y taliad, neu rhowch y diwrnod yr oedd yn ddyledus.")))  # fmt: skip
        if self.from_day is not None and self.from_day > asked.today:
            wrong.append(Problem("from_day", Words("This payment is not due yet.", "Nid yw'r taliad hwn yn ddyledus eto.")))
        return wrong

    def due(self, record: Record) -> date | None:
        """The day it was due."""
        known = record.payments.wrong.get(self.payment)
        return known.due if known else self.from_day
