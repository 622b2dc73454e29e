"""The facts of awards and payments, and what the record knows of them: `awards` and `payments`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds, speak_as

FREQUENCIES = {
    "week": Words("every week", "bob wythnos"),
    "fortnight": Words("every 2 weeks", "bob 2 wythnos"),
    "four_weeks": Words("every 4 weeks", "bob 4 wythnos"),
    "month": Words("every month", "bob mis"),
}

COMPONENTS = {
    "daily_living": Words("Daily living", "Bywyd bob dydd"),
    "mobility": Words("Mobility", "Symudedd"),
    "care": Words("Care", "Gofal"),
    "attendance": Words("Attendance", "Gweini"),
    "new_state_pension": Words("New State Pension", "Pensiwn newydd y Wladwriaeth"),
    "basic_state_pension": Words("Basic State Pension", "Pensiwn sylfaenol y Wladwriaeth"),
    "additional_pension": Words("Additional State Pension", "Pensiwn ychwanegol y Wladwriaeth"),
    "guarantee": Words("Guarantee Credit", "Credyd Gwarant"),
    "savings_credit": Words("Savings Credit", "Credyd Cynilion"),
    "severe_disability": Words("Severe disability addition", "Ychwanegiad anabledd difrifol"),
    "carer": Words("Carer addition", "Ychwanegiad gofalwr"),
    "carers_allowance": Words("Carer's Allowance", "Lwfans Gofalwr"),
    "personal": Words("Personal allowance", "Lwfans personol"),
    "work_related_activity": Words("Work-related activity group", "Grŵp gweithgaredd sy'n gysylltiedig â gwaith"),
    "support": Words("Support group", "Grŵp cymorth"),
    "standard": Words("Standard allowance", "Lwfans safonol"),
    "child": Words("Child element", "Elfen plentyn"),
    "health": Words("Health element", "Elfen iechyd"),
    "housing": Words("Housing costs", "Costau tai"),
}

speak_as("frequency", lambda code, lang: FREQUENCIES[str(code)].say(lang) if str(code) in FREQUENCIES else str(code))
speak_as("component", lambda code, lang: COMPONENTS[str(code)].say(lang) if str(code) in COMPONENTS else str(code))


class Component(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One part of an award: daily living, enhanced, 11460 pence a week."""

    code: str
    level: str = ""
    pence: int = 0
    unit: str = "week"


@fact(300,
      customer=Words("{line:line} told us about your {benefit:benefit}: {amount:money} {frequency:frequency}.",
                     "Dywedodd {line:line} wrthym am eich {benefit:benefit}: {amount:money} {frequency:frequency}."),
      line="{benefit:benefit} reported: {amount:money} {frequency:frequency}.",
      lines="{benefit:benefit} reported: {amount:money} {frequency:frequency}.")  # fmt: skip
class AwardReported(Fact):
    """A line reported an award: what it is made of, what is paid how often, and from when until when."""

    award: str
    benefit: str
    line: str
    amount: int
    frequency: str
    starts: date
    components: tuple[Component, ...] = ()
    ends: date | None = None
    next_payment: date | None = None
    reference: str = ""


@fact(301,
      customer=Words("Your {benefit:benefit} changed to {amount:money} {frequency:frequency} from {effective:date}.",
                     "Newidiodd eich {benefit:benefit} i {amount:money} {frequency:frequency} o {effective:date}."),
      line="{benefit:benefit} changed to {amount:money} {frequency:frequency} from {effective:date}.",
      lines="{benefit:benefit} changed to {amount:money} {frequency:frequency} from {effective:date}.")  # fmt: skip
class AwardChanged(Fact):
    """A line reported that an award is made up or paid differently from the day this takes effect."""

    award: str
    benefit: str
    line: str
    amount: int
    frequency: str
    components: tuple[Component, ...] = ()
    next_payment: date | None = None
    why: str = ""


@fact(302,
      customer=Words("Your {benefit:benefit} ended on {ended:date}.", "Daeth eich {benefit:benefit} i ben ar {ended:date}."),
      line="{benefit:benefit} ended on {ended:date}.", lines="{benefit:benefit} ended on {ended:date}.")  # fmt: skip
class AwardEnded(Fact):
    """A line reported that an award ended; `ended` is its last day."""

    award: str
    benefit: str
    line: str
    ended: date
    why: str = ""


@fact(303,
      customer=Words("Your {benefit:benefit} payment due on {due:date} was {amount:money}, not {usual:money}.",
                     "Roedd eich taliad {benefit:benefit} oedd yn ddyledus ar {due:date} yn {amount:money}, nid {usual:money}."),
      line="The {benefit:benefit} payment due on {due:date} was {amount:money}, not {usual:money}.",
      lines="A {benefit:benefit} payment was other than usual.")  # fmt: skip
class PaymentChanged(Fact):
    """A payment was made with another amount than the award's usual one."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    amount: int
    usual: int
    why: str = ""


@fact(304,
      customer=Words("Your {benefit:benefit} payment of {amount:money} due on {due:date} was not made.",
                     "Ni wnaed eich taliad {benefit:benefit} o {amount:money} oedd yn ddyledus ar {due:date}."),
      line="The {benefit:benefit} payment of {amount:money} due on {due:date} was not made.",
      lines="A {benefit:benefit} payment was missed.")  # fmt: skip
class PaymentMissed(Fact):
    """A payment that was due was not made."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    amount: int
    why: str = ""


@fact(305,
      customer=Words("Your {benefit:benefit} payment of {amount:money} was sent back to us by the bank.",
                     "Anfonodd y banc eich taliad {benefit:benefit} o {amount:money} yn ôl atom."),
      line="The {benefit:benefit} payment of {amount:money} due on {due:date} came back.",
      lines="A {benefit:benefit} payment came back.")  # fmt: skip
class PaymentReturned(Fact):
    """A payment came back from where it was paid to."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    amount: int
    why: str = ""


@fact(306,
      customer=Words("Your {benefit:benefit} payment due on {due:date} was made late, on {made:date}.",
                     "Gwnaed eich taliad {benefit:benefit} oedd yn ddyledus ar {due:date} yn hwyr, ar {made:date}."),
      line="The {benefit:benefit} payment due on {due:date} was made late, on {made:date}.",
      lines="A {benefit:benefit} payment was late.")  # fmt: skip
class PaymentMadeLate(Fact):
    """A payment was made after the day it was due. It puts a missed one right."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    made: date
    amount: int


@fact(307,
      customer=Words("The {benefit:benefit} payment that went wrong was put right: {amount:money} was paid on {made:date}.",
                     "Cafodd y taliad {benefit:benefit} a aeth o'i le ei gywiro: talwyd {amount:money} ar {made:date}."),
      line="The {benefit:benefit} payment {payment} was put right.", lines="A {benefit:benefit} payment was put right.")  # fmt: skip
class PaymentPutRight(Fact):
    """A returned or missed payment reached the customer after all."""

    award: str
    benefit: str
    line: str
    payment: str
    made: date
    amount: int


@fact(310,
      customer=Words("{pence:money} a payment is being taken from your {benefit:benefit} for {to:line}.",
                     "Mae {pence:money} y taliad yn cael ei gymryd o'ch {benefit:benefit} ar gyfer {to:line}."),
      line="A deduction of {pence:money} a payment for {to:line} began.", lines="A deduction for {to:line} began.")  # fmt: skip
class DeductionStarted(Fact):
    """Money is taken from an award for another line (a debt, child maintenance)."""

    award: str
    benefit: str
    line: str
    deduction: str
    to: str
    pence: int


@fact(311,
      customer=Words("Money is no longer taken from your {benefit:benefit} for {to:line}.",
                     "Nid yw arian yn cael ei gymryd o'ch {benefit:benefit} ar gyfer {to:line} mwyach."),
      line="The deduction for {to:line} ended.", lines="The deduction for {to:line} ended.")  # fmt: skip
class DeductionEnded(Fact):
    """A deduction is no longer taken."""

    award: str
    benefit: str
    line: str
    deduction: str
    to: str


@fact(320, customer=Words("{line:line} is dealing with something of yours.", "Mae {line:line} yn delio â rhywbeth ar eich rhan."),
      line="{line:line} has a part in this record: {what}.", lines="{line:line} has a part in this record.")  # fmt: skip
class PartReported(Fact):
    """A line without an award of its own has a part: a debt, child maintenance, an appeal, a visit, an inquiry."""

    line: str
    reference: str
    what: str


@fact(321, customer=Words("{line:line} has finished dealing with this.", "Mae {line:line} wedi gorffen delio â hyn."),
      line="{line:line} no longer has a part in this record.", lines="{line:line} no longer has a part in this record.")  # fmt: skip
class PartEnded(Fact):
    """The part a line had is over."""

    line: str
    reference: str


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
        earlier = [p for p in before.periods if p.starts < fact.starts] if before else []
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
        award.periods = sorted([p for p in award.periods if p.starts != starts] + [period], key=lambda p: p.starts)
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
