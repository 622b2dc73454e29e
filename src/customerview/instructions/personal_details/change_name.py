"""Record a new name."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import NameChanged


class ChangeName(Action, frozen=True, kw_only=True):
    """A customer has another name, from a day and on evidence."""

    about = records(Words("Record a new name", "Cofnodi enw newydd"), may=(*STAFF, "line_system"))

    given: Annotated[str, field("First names", max_length=100, min_length=1)]
    family: Annotated[str, field("Family name", max_length=100, min_length=1)]
    title: Annotated[str, field("Title", max_length=30)] = ""
    since: Annotated[date, field("From which day?", kind="date")]
    evidence: Annotated[str, field("What evidence was seen?", max_length=200)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NameChanged(given=self.given, family=self.family, title=self.title, evidence=self.evidence)]

    def takes_effect(self, asked: Asked) -> date:
        return self.since
