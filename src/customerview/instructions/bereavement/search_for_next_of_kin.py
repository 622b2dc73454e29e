"""Record a search of all lines' records for next of kin."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import NextOfKinSearched
from .on_death import OnDeath


class SearchForNextOfKin(OnDeath, frozen=True, kw_only=True):
    """The records of every service are searched for somebody to speak to."""

    about = records(Words("Record a search for next of kin", "Cofnodi chwiliad am berthynas agosaf"),
                    may=("bereavement_officer", "case_manager", "team_leader"))  # fmt: skip

    found: Annotated[int, field("How many people were found?", kind="number", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NextOfKinSearched(lines=tuple(record.awards.lines()), found=self.found)]
