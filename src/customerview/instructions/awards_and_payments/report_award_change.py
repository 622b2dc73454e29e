"""A line's system reports that an award changed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import FREQUENCIES, AwardChanged, Component


class ReportAwardChange(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that it pays another amount, or pays differently."""

    about = records(Words("Report a change of an award", "Rhoi gwybod am newid i ddyfarniad"), may=("line_system",), own_line_only=True)

    starts: Annotated[date, field("From which day?", kind="date")]
    amount: Annotated[int, field("How much is one payment now, in pence?", kind="money", ge=0)]
    frequency: Annotated[str, field("How often is it paid?", kind="choice", choices=FREQUENCIES.items())]
    components: tuple[Component, ...] = ()
    next_payment: Annotated[date | None, field("When is it paid next?", kind="date")] = None
    why: Annotated[str, field("Why did it change?", max_length=100)] = ""

    def takes_effect(self, asked: Asked) -> date:
        return self.starts

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            AwardChanged(
                **self.of_award(record), amount=self.amount, frequency=self.frequency, components=self.components,
                next_payment=self.next_payment, why=self.why,
            )
        ]  # fmt: skip
