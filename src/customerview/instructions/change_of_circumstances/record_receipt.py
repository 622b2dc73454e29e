"""A recipient acknowledges what was shared with it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records
from customerview.kernel.facts import ReceiptRecorded


class RecordReceipt(Action, frozen=True, kw_only=True):
    """A service confirms that it received what we shared with it."""

    about = records(Words("Confirm receipt", "Cadarnhau derbyn"), may=("line_system", "job"))

    share: Annotated[str, field("What was shared?", hidden=True, max_length=60)]
    of: Annotated[int, field("The number of the fact shared", kind="number", hidden=True, ge=1)]
    recipient: Annotated[str, field("Who received it?", hidden=True, max_length=40)] = ""
    reference: Annotated[str, field("Its own reference", max_length=60)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        recipient = asked.by.line or self.recipient
        return [ReceiptRecorded(share=self.share, of=self.of, recipient=recipient, reference=self.reference)]
