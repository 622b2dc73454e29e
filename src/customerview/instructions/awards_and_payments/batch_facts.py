"""The facts of payments made as expected. Each payment is a source row, kept beside the ledger; what is said of rows is here.

A line has a stream of its own. Every batch it sends is digested there, so that no row can be changed, added or lost unseen.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds

NOT_PLACED = {
    "no_customer": Words("there is no such customer", "nid oes cwsmer o'r fath"),
    "no_award": Words("the customer has no such award of this line", "nid oes gan y cwsmer ddyfarniad o'r fath gan y gwasanaeth hwn"),
}


@fact(308,
      customer=Words("We were told two different things about your {benefit:benefit} payment due on {due:date}. We are finding out which is right.",
                     "Dywedwyd dau beth gwahanol wrthym am eich taliad {benefit:benefit} oedd yn ddyledus ar {due:date}. Rydym yn darganfod pa un sy'n gywir."),
      line="{benefit:benefit} reported the payment due on {due:date} twice, differently: {told:money} and {amount:money}.",
      lines="A {benefit:benefit} payment was reported twice, differently.")  # fmt: skip
class PaymentReportsDiffer(Fact):
    """A line said two things of one payment that cannot both be so. `told` is what it said first."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    amount: int
    told: int


@fact(309,
      customer=Words("We found out about your {benefit:benefit} payment due on {due:date}: you were paid {amount:money}.",
                     "Cawsom wybod am eich taliad {benefit:benefit} oedd yn ddyledus ar {due:date}: talwyd {amount:money} i chi."),
      line="The {benefit:benefit} payment due on {due:date} was {amount:money}: the differing reports are settled.",
      lines="Differing reports of a {benefit:benefit} payment were settled.", forget=("said",))  # fmt: skip
class PaymentReportsSettled(Fact):
    """Somebody found out which of two reports of a payment is right."""

    award: str
    benefit: str
    line: str
    payment: str
    due: date
    amount: int
    said: str = ""


@fact(330, line="This is where {line:line} hands in the payments it made.")
class LineStreamBegun(Fact):
    """A service line has a stream of its own."""

    line: str


@fact(331, line="{line:line} handed in {count} payments, {total:money} in all.")
class PaymentsReceived(Fact):
    """A batch of payments made as expected came from a line. Its rows are kept; the digest covers each of them, in order."""

    line: str
    reference: str
    count: int
    total: int
    digest: bytes


@fact(332, line="{count} payments of a batch from {line:line} belong to no record here.")
class PaymentsNotPlaced(Fact):
    """Rows of a batch name a customer, or an award of this line, that is not known. `places` are the first of them."""

    line: str
    batch: int
    why: str
    count: int
    places: tuple[int, ...]


@fact(333, line="The payments from {line:line} that belonged to no record were settled.", forget=("said",))
class UnplacedPaymentsSettled(Fact):
    """Somebody found out, with the line, what the payments that belong to no record are."""

    line: str
    unplaced: int
    said: str = ""


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """One payment of which two things were said."""

    payment: str
    award: str
    benefit: str
    line: str
    due: date
    amount: int
    told: int


class PaymentReports(Slice, kw_only=True):
    """Payments of which a line said two things, until it is known which is right."""

    slice_name: ClassVar[str] = "payment_reports"
    differ: dict[str, Differing] = {}

    @folds(PaymentReportsDiffer)
    def said_twice(self, fact: PaymentReportsDiffer, happened: Recorded) -> None:
        self.differ[fact.payment] = Differing(**{name: getattr(fact, name) for name in Differing.__struct_fields__})

    @folds(PaymentReportsSettled)
    def settled(self, fact: PaymentReportsSettled, happened: Recorded) -> None:
        self.differ.pop(fact.payment, None)


class HandedIn(Slice, kw_only=True):
    """A line's own stream: which line it is, how much it handed in, and what of it belongs to no record here."""

    slice_name: ClassVar[str] = "handed_in"
    line: str = ""
    batches: int = 0
    unplaced: dict[int, str] = {}

    @folds(LineStreamBegun)
    def begun(self, fact: LineStreamBegun, happened: Recorded) -> None:
        self.line = fact.line

    @folds(PaymentsReceived)
    def received(self, fact: PaymentsReceived, happened: Recorded) -> None:
        self.batches += 1

    @folds(PaymentsNotPlaced)
    def not_placed(self, fact: PaymentsNotPlaced, happened: Recorded) -> None:
        self.unplaced[happened.number] = fact.why

    @folds(UnplacedPaymentsSettled)
    def placed(self, fact: UnplacedPaymentsSettled, happened: Recorded) -> None:
        self.unplaced.pop(fact.unplaced, None)
