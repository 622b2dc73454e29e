"""A line's system acknowledges that it was asked to suspend."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, records

from .facts import SuspensionAcknowledged
from .on_suspension import OnSuspension


class AcknowledgeSuspension(OnSuspension, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that it has the request to suspend."""

    about = records(Words("Acknowledge a request to suspend", "Cydnabod cais i atal"), may=("line_system",), own_line_only=True)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SuspensionAcknowledged(**self.of_award(record))]
