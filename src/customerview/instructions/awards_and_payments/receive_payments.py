"""A line's batch of payments is taken into the line's own stream, by what intake worked out of its rows."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..directory import BENEFITS
from .batch_facts import LineStreamBegun, PaymentsReceived


class BeginLineStream(Action, frozen=True, kw_only=True):
    """A service line begins to hand in its payments."""

    about = records(Words("Begin a line's own stream", "Dechrau ffrwd gwasanaeth"), may=("job",), opens_record=True)

    code: Annotated[str, field("Which line?", kind="choice", choices=BENEFITS.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LineStreamBegun(line=self.code)]


class ReceivePayments(Action, frozen=True, kw_only=True):
    """A batch of payments made as expected is received."""

    about = records(Words("Receive a batch of payments", "Derbyn swp o daliadau"), may=("job",))

    reference: Annotated[str, field("The line's own reference of the batch", max_length=60, hidden=True)]
    count: Annotated[int, field("How many payments?", kind="number", ge=1, hidden=True)]
    total: Annotated[int, field("How much in all, in pence?", kind="money", ge=0, hidden=True)]
    digest: Annotated[str, field("The digest of its rows", pattern="^[0-9a-f]{64}$", hidden=True)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            PaymentsReceived(
                line=record.handed_in.line,
                reference=self.reference,
                count=self.count,
                total=self.total,
                digest=bytes.fromhex(self.digest),
            )
        ]
