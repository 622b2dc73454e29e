"""A line's system reports an award."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..directory import BENEFITS
from .facts import FREQUENCIES, AwardReported, Component


class ReportAward(Action, frozen=True, kw_only=True):
    """The service that pays a benefit tells us what it pays."""

    about = records(Words("Report an award", "Rhoi gwybod am ddyfarniad"), may=("line_system",), own_line_only=True)

    award: Annotated[str, field("The award's short name, like PIP-1", max_length=40)]
    benefit: Annotated[str, field("Which benefit is it?", kind="choice", choices=BENEFITS.items())]
    amount: Annotated[int, field("How much is one payment, in pence?", kind="money", ge=0)]
    frequency: Annotated[str, field("How often is it paid?", kind="choice", choices=FREQUENCIES.items())]
    starts: Annotated[date, field("From which day is it paid at these amounts?", kind="date")]
    components: tuple[Component, ...] = ()
    ends: Annotated[date | None, field("What is its last day, if it has one?", kind="date")] = None
    next_payment: Annotated[date | None, field("When is it paid next?", kind="date")] = None
    reference: Annotated[str, field("The line's own reference", max_length=40)] = ""

    def line(self, record: Record) -> str:
        return record.awards.line_of(self.award) or self.benefit

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.benefit not in BENEFITS:
            wrong.append(Problem("benefit", Words("Choose a benefit from the list.", "Dewiswch fudd-dal o'r rhestr.")))
        if self.frequency not in FREQUENCIES:
            wrong.append(Problem("frequency", Words("Choose how often it is paid.", "Dewiswch pa mor aml y caiff ei dalu.")))
        if self.ends and self.ends < self.starts:
            wrong.append(Problem("ends", Words("The last day is before the first.", "Mae'r diwrnod olaf cyn y cyntaf.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            AwardReported(
                award=self.award, benefit=self.benefit, line=self.line(record), amount=self.amount, frequency=self.frequency,
                starts=self.starts, components=self.components, ends=self.ends, next_payment=self.next_payment, reference=self.reference,
            )
        ]  # fmt: skip
