"""What a line's own copy says of who acts, and who keeps the money safe while that is disputed. The slice is `arrangements`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds

from .facts import AuthorityDisputeSettled, AuthorityEnded


@fact(222, customer=Words("We made sure that your money is safe for now.", "Rydym wedi sicrhau bod eich arian yn ddiogel am y tro."),
      line="An interim payee or way of paying is arranged until {until:date}.", lines="Payments go by a safe way until {until:date}.",
      forget=("how",), from_representatives=True)  # fmt: skip
class InterimPayeeArranged(Fact):
    """While it is settled who acts, the customer's money goes by a safe way."""

    authority: str
    until: date
    how: str = ""


@fact(
    223,
    line="{line:line} says what it holds of who acts: agrees {agrees:yes_no}.",
    lines="{line:line} compared who acts with the shared record.",
)
class AuthorityCopyReported(Fact):
    """A line's own copy of an authority, compared with the shared entry. `differs` names what is not the same."""

    authority: str
    line: str
    agrees: bool
    differs: tuple[str, ...] = ()


class Arrangements(Slice, kw_only=True):
    """Interim payees by authority, until when; by line, how its copy of an authority differs from the shared entry."""

    slice_name: ClassVar[str] = "arrangements"
    interim: dict[str, date] = {}
    differ: dict[str, tuple[str, ...]] = {}
    """"authority:line" to what differs."""

    @folds(InterimPayeeArranged)
    def arranged(self, fact: InterimPayeeArranged, happened: Recorded) -> None:
        self.interim[fact.authority] = fact.until

    @folds(AuthorityDisputeSettled)
    def settled(self, fact: AuthorityDisputeSettled, happened: Recorded) -> None:
        self.interim.pop(fact.authority, None)

    @folds(AuthorityCopyReported)
    def compared(self, fact: AuthorityCopyReported, happened: Recorded) -> None:
        key = f"{fact.authority}:{fact.line}"
        self.differ.pop(key, None)
        if not fact.agrees:
            self.differ[key] = fact.differs

    @folds(AuthorityEnded)
    def ended(self, fact: AuthorityEnded, happened: Recorded) -> None:
        self.interim.pop(fact.authority, None)
        self.differ = {k: v for k, v in self.differ.items() if k.partition(":")[0] != fact.authority}

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Arrangements:
        return Arrangements() if representative else self
