"""Record that something was received which bears on the doubt behind a suspension."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from ..roles import STAFF
from .facts import BearingReceived


class RecordBearing(OnAward, frozen=True, kw_only=True):
    """Something came in that may answer why payments are stopped: a letter, a statement, a call."""

    about = records(Words("Record something that bears on the doubt", "Cofnodi rhywbeth sy'n ymwneud â'r amheuaeth"),
                    may=(*STAFF, "customer", "representative", "line_system"))  # fmt: skip

    what: Annotated[str, field(
        Words("What was received?", "Beth a dderbyniwyd?"), kind="long_text", min_length=1, max_length=500,
    )]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BearingReceived(**self.of_award(record), what=self.what)]
