"""The facts the five ideas themselves need: corrections, second persons, overrides, duties changing hands, sharing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from .fact import Fact, fact
from .words import Words


@fact(1, customer=Words("We corrected something in your record.", "Fe wnaethom gywiro rhywbeth yn eich cofnod."),
      line="An earlier entry was corrected.", lines="An earlier entry was corrected.", forget=("why", "replacement_apart"))  # fmt: skip
class FactCorrected(Fact):
    """An earlier fact was wrong. The fold puts the replacement in its place, or takes it out when there is none."""

    corrects: int
    replacement_code: int = 0
    replacement: bytes = b""
    replacement_apart: bytes = b""
    replacement_effective: date | None = None
    why: str = ""


@fact(2, line="{action} was proposed and waits for a second person.", forget=("body", "why"))
class ActionProposed(Fact):
    """Somebody asked for something that a second person has to agree to. `body` is the action as it was asked."""

    action: str
    approver: str
    body: bytes = b""
    rules: tuple[str, ...] = ()
    why: str = ""


@fact(3, line="A second person agreed to {action}.")
class ProposalApproved(Fact):
    """The second person agreed; the guards were asked again and it was done."""

    proposal: int
    action: str


@fact(4, line="A second person did not agree to {action}.", forget=("why",))
class ProposalDeclined(Fact):
    """The second person did not agree."""

    proposal: int
    action: str
    why: str = ""


@fact(5, line="An instruction was overridden for {action}.", forget=("why",))
class GuardOverridden(Fact):
    """A named role went past a guard, with a reason. It opens a review."""

    rule: str
    action: str
    why: str = ""


@fact(6, line="The overriding of an instruction was reviewed.", forget=("finding",))
class OverrideReviewed(Fact):
    """Somebody else looked at an override and said what they found."""

    override: int
    upheld: bool
    finding: str = ""


@fact(7, line="A reason was given for {action}.", forget=("why",))
class ReasonGiven(Fact):
    """A guard asked for a reason, which is kept."""

    rule: str
    action: str
    why: str = ""


@fact(10, line="Work was offered to another team.")
class DutyOffered(Fact):
    """A duty was offered to another team. It stays with its owner until they accept."""

    duty: str
    to: str


@fact(11, line="Work was accepted by another team.")
class DutyAccepted(Fact):
    """The other team accepted the duty: it is theirs now."""

    duty: str
    person: str = ""


@fact(12, line="Work was declined by another team.", forget=("why",))
class DutyDeclined(Fact):
    """The other team did not accept the duty; it stays where it was."""

    duty: str
    why: str = ""


@fact(13, line="Work was given to a colleague.")
class DutyAllocated(Fact):
    """A duty was given to one colleague of the owning team (nobody, when `person` is empty)."""

    duty: str
    person: str = ""


@fact(14, line="The deadline or owner of some work was set anew.", forget=("why",))
class DutiesReset(Fact):
    """A later edition of a rule, its figures or the calendar was applied to an open duty, by a named person."""

    duty: str
    due: date
    owner: str = ""
    why: str = ""


@fact(20, line="Shared with {recipient:line}.", lines="Shared with {recipient:line}.")
class FactShared(Fact):
    """A fact was shared with a recipient at the moment it was recorded. `of` is its number, `share` the rule."""

    share: str
    of: int
    recipient: str


@fact(21, line="{recipient:line} confirmed that it received what was shared.",
      lines="{recipient:line} confirmed that it received what was shared.")  # fmt: skip
class ReceiptRecorded(Fact):
    """A recipient acknowledged what was shared with it."""

    share: str
    of: int
    recipient: str
    reference: str = ""


@fact(30, line="This record and another were found to be one person.", lines="This record and another were found to be one person.")
class RecordsFoundToBeOne(Fact):
    """Two records are one person's. Both streams stay as they are; this record now folds both."""

    other: UUID


@fact(31, line="Two joined records were found to be two people.", lines="Two joined records were found to be two people.")
class RecordsFoundToBeTwo(Fact):
    """Joining them was a mistake; each folds alone again."""

    other: UUID


KERNEL_FACTS: list[type[Fact]] = [
    FactCorrected, ActionProposed, ProposalApproved, ProposalDeclined, GuardOverridden, OverrideReviewed, ReasonGiven, DutyOffered,
    DutyAccepted, DutyDeclined, DutyAllocated, DutiesReset, FactShared, ReceiptRecorded, RecordsFoundToBeOne, RecordsFoundToBeTwo,
]  # fmt: skip
