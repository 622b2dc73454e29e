"""What reporting the three outcomes has in common: what is owed for the time before, and when it is paid."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from customerview.kernel import Asked, Problem, Record, Words, field

from ..on_award import OnAward

WHEN_PAID = Words("Say when the money owed is paid.", "Nodwch pryd y telir yr arian sy'n ddyledus.")
NOT_YET = Words("This day has not come yet.", "Nid yw'r diwrnod hwn wedi dod eto.")


class ReportOutcome(OnAward, frozen=True, kw_only=True):
    """Base of reporting what was decided about an award."""

    arrears: Annotated[int, field(Words("How much is owed for the time before, in pence?", "Faint sy'n ddyledus am yr amser cynt, mewn ceiniogau?"), kind="money", ge=0)] = 0  # fmt: skip
    arrears_on: Annotated[date | None, field(Words("When is that paid?", "Pryd y telir hynny?"), kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.arrears and self.arrears_on is None:
            wrong.append(Problem("arrears_on", WHEN_PAID))
        return wrong

    def owed(self, record: Record) -> dict[str, Any]:
        return {**self.of_award(record), "arrears": self.arrears, "arrears_on": self.arrears_on}
