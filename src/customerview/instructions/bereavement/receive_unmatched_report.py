"""Receive a report of a death that matches nobody we know."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import UnmatchedDeathReported
from .report_death import SOURCE_NAMES


class ReceiveUnmatchedReport(Action, frozen=True, kw_only=True):
    """A report of a death came in, and we do not know yet whom it is about."""

    about = records(Words("Receive a report that matches nobody", "Derbyn adroddiad nad yw'n cyfateb i neb"), opens_record=True,
                    may=("line_system", "job", "bereavement_officer"))  # fmt: skip

    source: Annotated[str, field("Where does it come from?", kind="choice", choices=SOURCE_NAMES.items())]
    reference: Annotated[str, field("Its reference", max_length=60)]
    died: Annotated[date | None, field("Which date of death does it give?", kind="date")] = None
    person: Annotated[str, field("What does it say of the person?", kind="long_text", max_length=500)] = ""
    reporter: Annotated[str, field("Who reported it?", max_length=100)] = ""
    reach: Annotated[str, field("How can they be reached?", max_length=200)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            UnmatchedDeathReported(
                source=self.source, reference=self.reference, died=self.died, about=self.person, reporter=self.reporter, reach=self.reach
            )
        ]
