"""What the platform itself does of a reset that was asked for: count it, go on with it, end it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .bulk_reset_facts import BulkResetCounted, BulkResetEnded, BulkResetWentOn, Left, Move

NOT_NOW = Words("This reset is not at that step.", "Nid yw'r ailosod hwn ar y cam hwnnw.")


class CountBulkReset(Action, frozen=True, kw_only=True):
    """What a reset would change was counted; nothing was changed."""

    about = records("Record what a reset would change", may=("job",))

    found: Annotated[int, field("How many would change?", kind="number", ge=0)]
    moves: tuple[Move, ...] = ()
    left: tuple[Left, ...] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.bulk_reset.status == "asked" else [Problem("", NOT_NOW)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BulkResetCounted(found=self.found, moves=self.moves, left=self.left)]


class NoteBulkReset(Action, frozen=True, kw_only=True):
    """How far a reset has come, or that it has ended."""

    about = records("Record how far a reset has come", may=("job",))

    done: Annotated[int, field("How many were set anew?", kind="number", ge=0)]
    failed: Annotated[int, field("How many could not be?", kind="number", ge=0)]
    ended: Annotated[bool, field("Is it the end?", kind="yes_no")] = False

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.bulk_reset.status == "started" else [Problem("", NOT_NOW)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [(BulkResetEnded if self.ended else BulkResetWentOn)(done=self.done, failed=self.failed)]
