"""The facts of awards and payments, as service lines report them."""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

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
      customer=Words("Your {benefit:benefit} is {amount:money} {frequency:frequency}.",
                     "Mae eich {benefit:benefit} yn {amount:money} {frequency:frequency}."),
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
