"""The facts that follow a death.

A death is reported, doubtful or verified, and may turn out not to have happened. Nothing here refuses a report.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from customerview.kernel import Fact, Words, fact, speak_as

SOURCES = ("caller", "letter", "message", "line", "visit", "public_reporting", "registration", "certificate", "coroner")
"""Where word of a death comes from, the last three being better than the others."""

VERIFYING = ("registration", "certificate", "coroner")

STANDINGS = ("executor", "administrator", "spouse", "child", "parent", "sibling", "other_relative")
"""The order in which people may be paid what was due to somebody who died, first to last."""

ITEMS = ("payments_stopped", "award_ended", "tasks_closed", "balance_worked_out")
"""What each line does after a death. Only the first and the last can be undone."""

RESTORATIONS = ("held_money_paid", "appointments_restored", "record_corrected")
"""What each line does the same day when the person is found alive."""


ITEM_NAMES = {
    "payments_stopped": Words("Payments stopped", "Taliadau wedi'u hatal"),
    "award_ended": Words("Award ended from the right date", "Dyfarniad wedi dod i ben o'r dyddiad cywir"),
    "tasks_closed": Words("Open tasks closed or handed over", "Tasgau agored wedi'u cau neu eu trosglwyddo"),
    "balance_worked_out": Words("What is owed either way worked out", "Yr hyn sy'n ddyledus y naill ffordd neu'r llall wedi'i gyfrifo"),
    "held_money_paid": Words("Money that was held paid", "Arian a ddaliwyd wedi'i dalu"),
    "appointments_restored": Words("Appointments and referrals restored with their dates",
                                   "Apwyntiadau ac atgyfeiriadau wedi'u hadfer gyda'u dyddiadau"),
    "record_corrected": Words("Record corrected", "Cofnod wedi'i gywiro"),
}  # fmt: skip

speak_as("death_item", lambda code, lang: ITEM_NAMES[str(code)].say(lang) if str(code) in ITEM_NAMES else str(code))


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


@fact(405, line="The date of death is {died:date}, from {source:choice}.", lines="The date of death was recorded.")
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


@fact(410, line="Somebody was recorded as {claim:choice} of the person who died.", forget=("name", "reach", "relation"))
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


@fact(412, line="The {letter:choice} letter to next of kin was sent.")
class NextOfKinWrittenTo(Fact):
    """The set letter was sent: the first or the second."""

    letter: str
    person: int = 0


@fact(413, line="{standing:choice} was verified with evidence.", forget=("evidence",))
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


@fact(420, line="{line:line} did after the death: {item:death_item}.", lines="{line:line} acted on the death.")
class LineActedOnDeath(Fact):
    """A line reported one item of its list done. `unguarded`: it could not be undone and the death was not verified."""

    line: str
    item: str
    day: date | None = None
    unguarded: bool = False


@fact(421, line="{line:line} put right after the death was found wrong: {item:death_item}.", lines="{line:line} put things right.")
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


@fact(434, line="A balance was closed: {reason:choice}.", forget=("why",))
class BalanceClosed(Fact):
    """Nobody could be paid; closed formally, with a reason."""

    balance: int
    line: str
    reason: str
    why: str = ""


@fact(440, line="A report of a death matches nobody we know yet.", forget=("reporter", "reach", "about"))
class UnmatchedDeathReported(Fact):
    """A report came in and nobody could be found whom it is about. It has a stream of its own until it is settled."""

    source: str
    reference: str
    died: date | None = None
    about: str = ""
    reporter: str = ""
    reach: str = ""


@fact(441, line="The report was settled: {outcome:choice}.")
class UnmatchedReportSettled(Fact):
    """The report was matched to a record and recorded there, or nobody of ours is meant."""

    outcome: str
    customer: UUID | None = None


@fact(442, line="The report is open again: the record it was matched to is not there.")
class UnmatchedReportReopened(Fact):
    """The record that a report was matched to does not exist."""
