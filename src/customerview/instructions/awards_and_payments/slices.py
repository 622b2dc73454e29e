"""What the record knows of awards and payments: `awards` and `payments`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    AwardChanged,
    AwardEnded,
    AwardReported,
    Component,
    DeductionEnded,
    DeductionStarted,
    PartEnded,
    PartReported,
    PaymentChanged,
    PaymentMadeLate,
    PaymentMissed,
    PaymentPutRight,
    PaymentReturned,
)

KEPT_PERIODS = 24
"""How many periods of an award the record keeps at hand; older ones stand in the ledger."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """What an award was made of and paid, from a day until the next period begins."""

    starts: date
    amount: int
    frequency: str
    components: tuple[Component, ...] = ()


class Award(msgspec.Struct, kw_only=True):
    """One award as its line last reported it. `heard` is when that was: the age of everything here."""

    award: str
    benefit: str
    line: str
    starts: date
    ends: date | None = None
    next_payment: date | None = None
    reference: str = ""
    heard: datetime
    periods: list[Period] = []

    def at(self, day: date) -> Period:
        """What it was made of and paid on a day; the first period for any earlier day."""
        return next((p for p in reversed(self.periods) if p.starts <= day), self.periods[0])

    def in_payment(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)

    @property
    def latest(self) -> Period:
        return self.periods[-1]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part a line has without an award."""

    line: str
    reference: str
    what: str
    since: date


class Awards(Slice, kw_only=True):
    """Every award, by its id, and the other lines that have a part in this person's affairs."""

    slice_name: ClassVar[str] = "awards"
    held: dict[str, Award] = {}
    parts: dict[str, Part] = {}

    @folds(AwardReported)
    def reported(self, fact: AwardReported, happened: Recorded) -> None:
        period = Period(starts=fact.starts, amount=fact.amount, frequency=fact.frequency, components=fact.components)
        before = self.held.get(fact.award)
        earlier = [p for p in before.periods if p.starts < fact.starts][1 - KEPT_PERIODS :] if before else []
        self.held[fact.award] = Award(
            award=fact.award, benefit=fact.benefit, line=fact.line, starts=before.starts if earlier and before else fact.starts,
            ends=fact.ends, next_payment=fact.next_payment, reference=fact.reference, heard=happened.at, periods=[*earlier, period],
        )  # fmt: skip

    @folds(AwardChanged)
    def changed(self, fact: AwardChanged, happened: Recorded) -> None:
        starts = happened.effective
        period = Period(starts=starts, amount=fact.amount, frequency=fact.frequency, components=fact.components)
        award = self.held.get(fact.award)
        if award is None:
            award = Award(award=fact.award, benefit=fact.benefit, line=fact.line, starts=starts, heard=happened.at)
            self.held[fact.award] = award
        award.periods = sorted([p for p in award.periods if p.starts != starts] + [period], key=lambda p: p.starts)[-KEPT_PERIODS:]
        award.next_payment, award.heard = fact.next_payment or award.next_payment, happened.at

    @folds(AwardEnded)
    def ended(self, fact: AwardEnded, happened: Recorded) -> None:
        if award := self.held.get(fact.award):
            award.ends, award.heard = fact.ended, happened.at

    @folds(PartReported)
    def part(self, fact: PartReported, happened: Recorded) -> None:
        self.parts[f"{fact.line}:{fact.reference}"] = Part(
            line=fact.line, reference=fact.reference, what=fact.what, since=happened.effective
        )

    @folds(PartEnded)
    def no_part(self, fact: PartEnded, happened: Recorded) -> None:
        self.parts.pop(f"{fact.line}:{fact.reference}", None)

    def in_payment(self, day: date) -> list[Award]:
        return [award for award in self.held.values() if award.in_payment(day)]

    def of_line(self, line: str, day: date) -> list[Award]:
        return [award for award in self.in_payment(day) if award.line == line]

    def lines(self) -> list[str]:
        """Every line in which the person has any part, ended awards included: what they may still owe or be owed."""
        return list(dict.fromkeys([*(a.line for a in self.held.values()), *(p.line for p in self.parts.values())]))

    def line_of(self, award: str) -> str:
        """The line that pays an award; "" when no line has told us of it."""
        return self.held[award].line if award in self.held else ""

    def benefit_of(self, award: str) -> str:
        return self.held[award].benefit if award in self.held else ""


class PaymentTrouble(msgspec.Struct, kw_only=True):
    """A payment that did not reach the customer, or not as usual. `how`: changed, missed or returned."""

    payment: str
    award: str
    benefit: str
    line: str
    how: str
    due: date
    amount: int
    usual: int = 0
    why: str = ""
    since: date
    number: int


class Deduction(msgspec.Struct, frozen=True, kw_only=True):
    """Money taken from an award for another line."""

    deduction: str
    award: str
    benefit: str
    line: str
    to: str
    pence: int


class Payments(Slice, kw_only=True):
    """Payments that went wrong and are not yet put right, the last that differed for each award, and deductions taken."""

    slice_name: ClassVar[str] = "payments"
    wrong: dict[str, PaymentTrouble] = {}
    different: dict[str, PaymentTrouble] = {}
    deductions: dict[str, Deduction] = {}
    late: int = 0

    @folds(PaymentMissed, PaymentReturned)
    def went_wrong(self, fact: PaymentMissed | PaymentReturned, happened: Recorded) -> None:
        self.wrong[fact.payment] = _trouble(fact, happened, "missed" if isinstance(fact, PaymentMissed) else "returned")

    @folds(PaymentChanged)
    def changed(self, fact: PaymentChanged, happened: Recorded) -> None:
        self.different[fact.award] = _trouble(fact, happened, "changed", usual=fact.usual)

    @folds(PaymentMadeLate)
    def made_late(self, fact: PaymentMadeLate, happened: Recorded) -> None:
        self.wrong.pop(fact.payment, None)
        self.late += 1

    @folds(PaymentPutRight)
    def put_right(self, fact: PaymentPutRight, happened: Recorded) -> None:
        self.wrong.pop(fact.payment, None)

    @folds(DeductionStarted)
    def deducting(self, fact: DeductionStarted, happened: Recorded) -> None:
        self.deductions[fact.deduction] = Deduction(
            deduction=fact.deduction, award=fact.award, benefit=fact.benefit, line=fact.line, to=fact.to, pence=fact.pence
        )

    @folds(DeductionEnded)
    def no_longer_deducting(self, fact: DeductionEnded, happened: Recorded) -> None:
        self.deductions.pop(fact.deduction, None)


def _trouble(fact: Any, happened: Recorded, how: str, usual: int = 0) -> PaymentTrouble:
    return PaymentTrouble(
        payment=fact.payment, award=fact.award, benefit=fact.benefit, line=fact.line, how=how, due=fact.due, amount=fact.amount,
        usual=usual, why=fact.why, since=happened.day, number=happened.number,
    )  # fmt: skip
