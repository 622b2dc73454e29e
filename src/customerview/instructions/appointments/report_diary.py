"""A provider's system sends the list of appointments it holds for a customer: compared with the diary."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import DiaryDiffers, DiaryMatched


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment on a provider's list."""

    reference: str
    at: datetime


class ReportDiary(Action, frozen=True, kw_only=True):
    """Whoever arranges appointments for us sends us their list each day. It has to agree with the one diary."""

    about = records(Words("Report a list of appointments", "Rhoi gwybod am restr o apwyntiadau"), may=("line_system",))

    listed: Annotated[tuple[Listed, ...], msgspec.Meta(title="Every appointment that stands on the provider's list", max_length=20)] = ()
    as_of: Annotated[str, field("The provider's own reference for the list", hidden=True, max_length=60)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = asked.by.line
        theirs = {one.reference: one.at for one in self.listed if one.at >= asked.at}
        ours = {one.reference: one.at for one in record.appointments.ahead(asked.at) if one.line == line}
        differences = tuple(
            f"{reference}: {_difference(theirs.get(reference), ours.get(reference))}"
            for reference in sorted({*theirs, *ours}) if theirs.get(reference) != ours.get(reference)
        )  # fmt: skip
        if differences:
            return [DiaryDiffers(provider=line, differences=differences)]
        return [DiaryMatched(provider=line)] if line in record.appointments.differ else []


def _difference(theirs: datetime | None, ours: datetime | None) -> str:
    return "not in the diary" if ours is None else "not on their list" if theirs is None else "another time"
