"""The facts that follow a death, and what the record knows of it: `death`.

A death is reported, doubtful or verified, and may turn out not to have happened. Nothing here refuses a report.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, fact, folds

SOURCES = ("caller", "letter", "message", "line", "visit", "public_reporting", "registration", "certificate", "coroner")
"""Where word of a death comes from, the last three being better than the others."""

VERIFYING = ("registration", "certificate", "coroner")

STANDINGS = ("executor", "administrator", "spouse", "child", "parent", "sibling", "other_relative")
"""The order in which people may be paid what was due to somebody who died, first to last."""

ITEMS = ("payments_stopped", "award_ended", "tasks_closed", "balance_worked_out")
"""What each line does after a death. Only the first and the last can be undone."""

RESTORATIONS = ("held_money_paid", "appointments_restored", "record_corrected")
"""What each line does the same day when the person is found alive."""


@fact(400, line="A death was reported, not yet verified.", lines="A death was reported, not yet verified.",
      forget=("reporter", "reach", "relation"))  # fmt: skip
class DeathReported(Fact):
    """Somebody told us that the person has died. `died` is missing when the date is not known."""

    source: str
    died: date | None = None
    reference: str = ""
    line: str = ""
    transferred: bool = False
    """True: the reporter was put through to the bereavement team and they took the call."""
    reachable: bool = False
    reporter: str = ""
    reach: str = ""
    relation: str = ""


@fact(401, line="The death was verified: {died:date}.", lines="The death was verified: {died:date}.")
class DeathVerified(Fact):
    """The death and its date are certain, from a source that can say so."""

    died: date
    source: str
    reference: str = ""


@fact(402, line="The report of a death is in doubt.", lines="The report of a death is in doubt.", forget=("why",))
class DeathDoubted(Fact):
    """Something contradicts the death or its date: irreversible steps wait, both ways, until it is settled."""

    source: str
    line: str = ""
    why: str = ""


@fact(403, line="The person is alive: the report of a death was wrong.", lines="The person is alive: the report of a death was wrong.",
      forget=("how",))  # fmt: skip
class FoundAlive(Fact):
    """The person is alive. Everything that can be undone is undone the same day."""

    source: str
    how: str = ""


@fact(404, line="A certificate of the death was recorded: {died:date}.", lines="A certificate of the death was recorded.",
      forget=("document",))  # fmt: skip
class CertificateRecorded(Fact):
    """A certificate arrived; its date is compared with the one held."""

    died: date
    kind: str = "certificate"
    document: str = ""


@fact(405, line="The date of death is {died:date}, from {source}.", lines="The date of death was recorded.")
class DeathDateLearned(Fact):
    """A date for a death that was reported without one, not yet verified."""

    died: date
    source: str


@fact(406, line="The date of death was corrected from {was:date} to {died:date}.", lines="The date of death was corrected to {died:date}.")
class DeathDateCorrected(Fact):
    """A better source gave another date: every line works out again what rested on the old one."""

    died: date
    was: date
    source: str


@fact(407, line="The reporter of the death was rung back.")
class ReporterCalledBack(Fact):
    """The bereavement team spoke to whoever reported the death."""

    reached: bool = True


@fact(410, line="Somebody was recorded as {claim} of the person who died.", forget=("name", "reach", "relation"))
class NextOfKinRecorded(Fact):
    """Somebody is or may be next of kin, executor or otherwise entitled to act. Called by this fact's number."""

    claim: str
    name: str = ""
    reach: str = ""
    relation: str = ""


@fact(411, line="All lines' records were searched for next of kin.")
class NextOfKinSearched(Fact):
    """The records of these lines were searched."""

    lines: tuple[str, ...]
    found: int = 0


@fact(412, line="The {letter} letter to next of kin was sent.")
class NextOfKinWrittenTo(Fact):
    """The set letter was sent: the first or the second."""

    letter: str
    person: int = 0


@fact(413, line="{standing} was verified with evidence.", forget=("evidence",))
class StandingVerified(Fact):
    """Somebody's standing after the death was verified with saved evidence."""

    person: int
    standing: str
    evidence: str = ""


@fact(414, line="The standing claimed was not verified.", forget=("why",))
class StandingNotVerified(Fact):
    """The evidence did not bear out the standing claimed."""

    person: int
    why: str = ""


@fact(415, line="A request from somebody whose standing is not verified was accepted and waits.", forget=("what",))
class RequestAfterDeath(Fact):
    """Somebody asked for or disputed something after the death; it is kept until their standing is settled."""

    person: int
    line: str
    what: str = ""


@fact(420, line="{line:line} did after the death: {item}.", lines="{line:line} acted on the death.")
class LineActedOnDeath(Fact):
    """A line reported one item of its list done. `unguarded`: it could not be undone and the death was not verified."""

    line: str
    item: str
    day: date | None = None
    unguarded: bool = False


@fact(421, line="{line:line} put right after the death was found wrong: {item}.", lines="{line:line} put things right.")
class LineRestored(Fact):
    """A line reported that it undid one item."""

    line: str
    item: str


@fact(422, line="We apologised for having recorded a death.", forget=("words",))
class ApologyMade(Fact):
    """The person was told how sorry we are, by a route they can use."""

    route: str
    words: str = ""


@fact(423, line="{line:line} answered for a step that cannot be undone.", forget=("why",))
class UnguardedActAnswered(Fact):
    """A line answered for an irreversible step taken while the death was unverified or in doubt."""

    line: str
    why: str = ""


@fact(424, line="{line:line} worked out again what rested on the old date.", lines="{line:line} corrected the date of death.")
class DateCorrectionApplied(Fact):
    """A line corrected the date and worked payments out again."""

    line: str


@fact(430, line="{line:line} owed {owed:money} at death; {overpaid:money} was paid too much.")
class BalanceWorkedOut(Fact):
    """What was owed either way at the death. Called by this fact's number."""

    line: str
    owed: int
    overpaid: int = 0


@fact(431, line="Who may be paid was verified.", forget=("evidence",))
class PayeeVerified(Fact):
    """The payee of a balance was verified against the order of entitlement."""

    balance: int
    line: str
    person: int
    standing: str
    evidence_saved: bool
    evidence: str = ""


@fact(432, line="Payment of {pence:money} due at death was asked for.")
class ArrearsPaymentAsked(Fact):
    """The line was asked to pay a balance to the verified payee."""

    balance: int
    line: str
    person: int
    pence: int


@fact(433, line="{pence:money} due at death was paid.")
class ArrearsPaid(Fact):
    """The line reported that it paid a balance."""

    balance: int
    line: str
    pence: int


@fact(434, line="A balance was closed: {reason}.", forget=("why",))
class BalanceClosed(Fact):
    """Nobody could be paid; closed formally, with a reason."""

    balance: int
    line: str
    reason: str
    why: str = ""


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
    standing: str = ""
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
        self.kin[happened.number] = Kin(
            number=happened.number, claim=fact.claim, name=fact.name, relation=fact.relation, reach=fact.reach
        )

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
            self.balances[happened.number] = Balance(
                number=happened.number, line=fact.line, owed=fact.owed, overpaid=fact.overpaid
            )

    @folds(PayeeVerified)
    def payee(self, fact: PayeeVerified, happened: Recorded) -> None:
        if found := self.balances.get(fact.balance):
            found.payee, found.standing, found.evidence = fact.person, fact.standing, fact.evidence_saved

    @folds(ArrearsPaymentAsked)
    def payment_asked(self, fact: ArrearsPaymentAsked, happened: Recorded) -> None:
        if found := self.balances.get(fact.balance):
            found.asked = happened.number

    @folds(ArrearsPaid, BalanceClosed)
    def settled(self, fact: Any, happened: Recorded) -> None:
        self.balances.pop(fact.balance, None)
