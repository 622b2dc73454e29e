"""What the record knows of a death: `death`."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    ArrearsPaid,
    ArrearsPaymentAsked,
    BalanceClosed,
    BalanceWorkedOut,
    DeathDateCorrected,
    DeathDateLearned,
    DeathDoubted,
    DeathReported,
    DeathVerified,
    FoundAlive,
    LineActedOnDeath,
    LineRestored,
    NextOfKinRecorded,
    NextOfKinSearched,
    NextOfKinWrittenTo,
    PayeeVerified,
    RequestAfterDeath,
    StandingNotVerified,
    StandingVerified,
)


class Kin(msgspec.Struct, kw_only=True):
    """Somebody who is or says they are entitled to act after the death."""

    number: int
    claim: str
    name: str
    relation: str
    reach: str
    standing: str = ""
    rejected: bool = False
    waiting: list[int] = []
    """The numbers of requests kept until their standing is settled."""

    @property
    def verified(self) -> bool:
        return bool(self.standing)


class Balance(msgspec.Struct, kw_only=True):
    """What one line owed, or was owed, at the death."""

    number: int
    line: str
    owed: int
    overpaid: int = 0
    payee: int = 0
    evidence: bool = False
    asked: int = 0


class Death(Slice, kw_only=True):
    """Whether a death was reported, is doubtful or verified; who acts now; what each line has done and owes."""

    slice_name: ClassVar[str] = "death"
    status: str = ""
    """Empty, reported, doubtful or verified."""
    died: date | None = None
    source: str = ""
    reported_on: date | None = None
    report: int = 0
    verified: int = 0
    found_alive: int = 0
    corrected: int = 0
    """The numbers of the latest facts that said so: what is shared is compared with them."""
    reporter: str = ""
    reach: str = ""
    kin: dict[int, Kin] = {}
    searched: bool = False
    letters: list[str] = []
    done: dict[str, list[str]] = {}
    restored: dict[str, list[str]] = {}
    balances: dict[int, Balance] = {}

    @property
    def reported(self) -> bool:
        """True from the first word of a death until it is found wrong: nothing is sent, whatever its status."""
        return self.status != ""

    @property
    def reversible_only(self) -> bool:
        return self.status in ("reported", "doubtful")

    def somebody_verified(self) -> bool:
        return any(k.verified for k in self.kin.values())

    @folds(DeathReported)
    def was_reported(self, fact: DeathReported, happened: Recorded) -> None:
        if not self.status:
            self.status, self.source, self.reported_on, self.report = "reported", fact.source, happened.day, happened.number
            self.reporter, self.reach = fact.reporter, fact.reach
        if self.died is None:
            self.died = fact.died
        elif fact.died and fact.died != self.died:
            self.status = "doubtful"

    @folds(DeathVerified)
    def was_verified(self, fact: DeathVerified, happened: Recorded) -> None:
        self.status, self.died, self.source, self.verified = "verified", fact.died, fact.source, happened.number
        self.reported_on = self.reported_on or happened.day

    @folds(DeathDoubted)
    def was_doubted(self, fact: DeathDoubted, happened: Recorded) -> None:
        if self.status:
            self.status = "doubtful"

    @folds(FoundAlive)
    def alive(self, fact: FoundAlive, happened: Recorded) -> None:
        self.status, self.died, self.source, self.found_alive = "", None, "", happened.number
        self.kin, self.letters, self.searched, self.balances = {}, [], False, {}
        self.restored = {line: [] for line in self.done}
        self.done = {}

    @folds(DeathDateLearned)
    def date_learned(self, fact: DeathDateLearned, happened: Recorded) -> None:
        self.died = fact.died

    @folds(DeathDateCorrected)
    def date_corrected(self, fact: DeathDateCorrected, happened: Recorded) -> None:
        self.died, self.source, self.corrected = fact.died, fact.source, happened.number

    @folds(NextOfKinRecorded)
    def kin_recorded(self, fact: NextOfKinRecorded, happened: Recorded) -> None:
        self.kin[happened.number] = Kin(number=happened.number, claim=fact.claim, name=fact.name, relation=fact.relation, reach=fact.reach)

    @folds(NextOfKinSearched)
    def kin_searched(self, fact: NextOfKinSearched, happened: Recorded) -> None:
        self.searched = True

    @folds(NextOfKinWrittenTo)
    def written(self, fact: NextOfKinWrittenTo, happened: Recorded) -> None:
        if fact.letter not in self.letters:
            self.letters.append(fact.letter)

    @folds(StandingVerified)
    def standing(self, fact: StandingVerified, happened: Recorded) -> None:
        if found := self.kin.get(fact.person):
            found.standing, found.rejected, found.waiting = fact.standing, False, []

    @folds(StandingNotVerified)
    def no_standing(self, fact: StandingNotVerified, happened: Recorded) -> None:
        if found := self.kin.get(fact.person):
            found.standing, found.rejected, found.waiting = "", True, []

    @folds(RequestAfterDeath)
    def request(self, fact: RequestAfterDeath, happened: Recorded) -> None:
        if (found := self.kin.get(fact.person)) and not found.verified:
            found.waiting.append(happened.number)

    @folds(LineActedOnDeath)
    def acted(self, fact: LineActedOnDeath, happened: Recorded) -> None:
        items = self.done.setdefault(fact.line, [])
        if fact.item not in items:
            items.append(fact.item)

    @folds(LineRestored)
    def put_right(self, fact: LineRestored, happened: Recorded) -> None:
        items = self.restored.setdefault(fact.line, [])
        if fact.item not in items:
            items.append(fact.item)

    @folds(BalanceWorkedOut)
    def balance(self, fact: BalanceWorkedOut, happened: Recorded) -> None:
        items = self.done.setdefault(fact.line, [])
        if "balance_worked_out" not in items:
            items.append("balance_worked_out")
        if fact.owed or fact.overpaid:
            self.balances[happened.number] = Balance(number=happened.number, line=fact.line, owed=fact.owed, overpaid=fact.overpaid)

    @folds(PayeeVerified)
    def payee(self, fact: PayeeVerified, happened: Recorded) -> None:
        if found := self.balances.get(fact.balance):
            found.payee, found.evidence = fact.person, fact.evidence_saved

    @folds(ArrearsPaymentAsked)
    def payment_asked(self, fact: ArrearsPaymentAsked, happened: Recorded) -> None:
        if found := self.balances.get(fact.balance):
            found.asked = happened.number

    @folds(ArrearsPaid, BalanceClosed)
    def settled(self, fact: Any, happened: Recorded) -> None:
        self.balances.pop(fact.balance, None)
