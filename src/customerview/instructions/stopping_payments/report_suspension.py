"""A line's system reports that it suspended payments, whether we asked or not."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import GROUNDS, PaymentSuspended
from .safeguards import unguarded


class ReportSuspension(OnAward, frozen=True, kw_only=True):
    """The service that pays a benefit tells us that it stopped the payments for now."""

    about = records(Words("Report a suspension", "Rhoi gwybod am ataliad"), may=("line_system",), own_line_only=True)

    since: Annotated[date, field("From which day are payments suspended?", kind="date")]
    ground: Annotated[str, field("On what ground?", kind="choice", choices=GROUNDS.items())] = ""
    doubt: Annotated[str, field("Which fact is in doubt?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        before = record.suspensions.open.get(self.award)
        ground = self.ground or (before.ground if before else "")
        missing = () if before else tuple(unguarded(self.award, ground, record, asked))
        return [PaymentSuspended(**self.of_award(record), ground=ground, since=self.since, doubt=self.doubt, unguarded=missing)]
