"""A line said two things of one payment that cannot both be so."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .batch_facts import PaymentReportsDiffer


class NotePaymentReportsDiffer(OnAward, frozen=True, kw_only=True):
    """Two reports of one payment do not agree."""

    about = records(
        Words("Note that reports of a payment differ", "Nodi bod adroddiadau am daliad yn wahanol"),
        may=("job",),
        own_line_only=True,
    )

    payment: Annotated[str, field("The payment's reference", max_length=60)]
    due: Annotated[date, field("When was it due?", kind="date")]
    amount: Annotated[int, field("How much does it say now, in pence?", kind="money", ge=0)]
    told: Annotated[int, field("How much did it say first, in pence?", kind="money", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        said = {"payment": self.payment, "due": self.due, "amount": self.amount, "told": self.told}
        return [PaymentReportsDiffer(**self.of_award(record), **said)]
