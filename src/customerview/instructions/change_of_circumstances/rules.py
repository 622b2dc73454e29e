"""What was shared has arrived."""

from __future__ import annotations

from customerview.kernel import duty
from customerview.kernel.facts import FactShared, ReceiptRecorded
from customerview.kernel.record import share_key

from ..directory import team
from .record_receipt import RecordReceipt

share_receipt_confirmed = duty(
    "{recipient:line} has not confirmed that it received what was shared. Find out why; it stands on the shared record meanwhile.",
    kind="check", after=FactShared, until=ReceiptRecorded, per=lambda happened: share_key(happened.fact), owner=team("OPERATIONS"),
    begins_in="receipt_due_wd", within="chase_due_wd", by_doing=(RecordReceipt,),
    source="change of circumstances instruction, from the published reviews",
    learned_from=("X-33.2", "X-10.3", "X-13.9", "X-21.2", "X-21.6", "X-21.9", "X-21.11"),
)  # fmt: skip
