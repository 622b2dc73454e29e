"""A later edition reaches all open work of one instruction: asked for, counted, agreed to, carried out, read. Each is a fact of a
stream of its own; what becomes of each piece of work is a fact of that record."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, fact, folds


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """So many pieces of work go from one team and day to another."""

    owner: str
    due: date
    to_owner: str
    to_due: date
    duties: int


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """So many stay as they are, and why."""

    why: str
    duties: int


@fact(640, line="A reset of open work was asked for.", forget=("why",))
class BulkResetAsked(Fact):
    """Somebody asked that the open work of an instruction follows its later edition. `owner`: of one team only; `to`: another team."""

    instruction: str
    owner: str = ""
    to: str = ""
    why: str = ""


@fact(641, line="What the reset of open work would change was counted.")
class BulkResetCounted(Fact):
    """What would change, and what would stay as it is. Nothing was changed."""

    found: int
    moves: tuple[Move, ...] = ()
    left: tuple[Left, ...] = ()


@fact(642, line="The reset of open work began.")
class BulkResetStarted(Fact):
    """Two people agreed; each piece of work is set anew under this run's name."""

    run: str


@fact(643, line="The reset of open work went on: {done} set anew so far.")
class BulkResetWentOn(Fact):
    """How far it has come. Begun again, it goes on from what is not done."""

    done: int
    failed: int


@fact(644, line="The reset of open work ended: {done} set anew.")
class BulkResetEnded(Fact):
    """All that could be set anew was. What failed had changed meanwhile, or its record was busy."""

    done: int
    failed: int


@fact(645, line="The reset of open work was withdrawn.", forget=("why",))
class BulkResetWithdrawn(Fact):
    """It is not to be done."""

    why: str = ""


@fact(646, line="What the reset of open work came to was read.")
class BulkResetRead(Fact):
    """Whoever answers for the work has read what was done and what was not."""


class BulkReset(Slice, kw_only=True):
    """One request to reset open work, and how far it is."""

    slice_name: ClassVar[str] = "bulk_reset"
    status: str = ""
    """Empty, asked, counted, started, ended, read or withdrawn."""
    instruction: str = ""
    owner: str = ""
    to: str = ""
    why: str = ""
    by: str = ""
    asked: date | None = None
    found: int = 0
    moves: tuple[Move, ...] = ()
    left: tuple[Left, ...] = ()
    run: str = ""
    done: int = 0
    failed: int = 0
    ended_because: str = ""

    @folds(BulkResetAsked)
    def was_asked(self, fact: BulkResetAsked, happened: Recorded) -> None:
        self.status, self.by, self.asked = "asked", happened.by, happened.day
        self.instruction, self.owner, self.to, self.why = fact.instruction, fact.owner, fact.to, fact.why

    @folds(BulkResetCounted)
    def was_counted(self, fact: BulkResetCounted, happened: Recorded) -> None:
        self.status, self.found, self.moves, self.left = "counted", fact.found, fact.moves, fact.left

    @folds(BulkResetStarted)
    def was_started(self, fact: BulkResetStarted, happened: Recorded) -> None:
        self.status, self.run = "started", fact.run

    @folds(BulkResetWentOn)
    def went_on(self, fact: BulkResetWentOn, happened: Recorded) -> None:
        self.done, self.failed = fact.done, fact.failed

    @folds(BulkResetEnded)
    def has_ended(self, fact: BulkResetEnded, happened: Recorded) -> None:
        self.status, self.done, self.failed = "ended", fact.done, fact.failed

    @folds(BulkResetWithdrawn)
    def was_withdrawn(self, fact: BulkResetWithdrawn, happened: Recorded) -> None:
        self.status, self.ended_because = "withdrawn", fact.why

    @folds(BulkResetRead)
    def was_read(self, fact: BulkResetRead, happened: Recorded) -> None:
        self.status = "read"
