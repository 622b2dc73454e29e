"""A line without an award reports that it has a part in the person's affairs, or no longer has."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import PartEnded, PartReported


class ReportPart(Action, frozen=True, kw_only=True):
    """A service tells us that it is dealing with something of this person's: a debt, child maintenance, an appeal, a visit."""

    about = records(Words("Report a part in a record", "Rhoi gwybod am ran mewn cofnod"), may=("line_system",))

    reference: Annotated[str, field("The line's own reference", max_length=60)]
    what: Annotated[str, field("What is it?", max_length=60)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PartReported(line=asked.by.line, reference=self.reference, what=self.what)]


class ReportPartEnd(Action, frozen=True, kw_only=True):
    """A service tells us that it has finished dealing with something of this person's."""

    about = records(Words("Report the end of a part in a record", "Rhoi gwybod am ddiwedd rhan mewn cofnod"), may=("line_system",))

    reference: Annotated[str, field("The line's own reference", max_length=60)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PartEnded(line=asked.by.line, reference=self.reference)]
