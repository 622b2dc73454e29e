"""A line's system reports what it put right after a death was found wrong."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import ITEM_NAMES, RESTORATIONS, LineRestored

OFFERED = [(i, ITEM_NAMES[i]) for i in RESTORATIONS]


class ReportRestored(Action, frozen=True, kw_only=True):
    """A service tells us what it put right: money paid, appointments restored, the record corrected."""

    about = records(Words("Report what was put right", "Rhoi gwybod beth a unionwyd"), may=("line_system", "case_manager"))

    item: Annotated[str, field("What was put right?", kind="choice", choices=OFFERED)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.item in RESTORATIONS else [Problem("item", Words("Say what was put right.", "Nodwch beth a unionwyd."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LineRestored(line=asked.by.line, item=self.item)]
