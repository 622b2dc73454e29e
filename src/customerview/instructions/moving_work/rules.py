"""A reset of open work is looked at by two people, and never lies forgotten between its steps."""

from __future__ import annotations

from customerview.kernel import Asked, Outcome, Record, approval, duty, guard

from ..directory import team
from .bulk_reset_facts import (
    BulkResetAsked,
    BulkResetCounted,
    BulkResetEnded,
    BulkResetRead,
    BulkResetStarted,
    BulkResetWithdrawn,
)
from .settle_bulk_reset import ReadBulkReset, StartBulkReset, WithdrawBulkReset

SOURCE = "our own instruction on resets: a later edition reaches open duties only through a named person, after a dry run"
OPERATIONS = team("OPERATIONS")


@guard(StartBulkReset, source=SOURCE, overridden_by=())
def two_managers_reset_open_work(action: StartBulkReset, record: Record, asked: Asked) -> Outcome:
    """Deadlines of many customers move only when two operations managers have seen how many, whose and to when."""
    return approval("operations_manager", "Another operations manager has to look at these numbers and agree.")


count_bulk_reset = duty(
    "Count what the reset of open work would change.", after=BulkResetAsked, until=(BulkResetCounted, BulkResetWithdrawn), owner=OPERATIONS,
    within="due_wd", source=SOURCE,
)  # fmt: skip
settle_bulk_reset = duty(
    "Look at what the reset of open work would change: have it carried out, or withdraw it.", after=BulkResetCounted,
    until=(BulkResetStarted, BulkResetWithdrawn), owner=OPERATIONS, within="due_wd", by_doing=(StartBulkReset, WithdrawBulkReset), source=SOURCE,
)  # fmt: skip
finish_bulk_reset = duty(
    "Carry out the reset of open work to its end.", after=BulkResetStarted, until=BulkResetEnded, owner=OPERATIONS, within="due_wd", source=SOURCE,
)  # fmt: skip
read_bulk_reset = duty(
    "Read what the reset of open work came to: {done} were set anew, {failed} could not be.", after=BulkResetEnded, until=BulkResetRead,
    owner=OPERATIONS, within="due_wd", by_doing=(ReadBulkReset,), source=SOURCE,
)  # fmt: skip
