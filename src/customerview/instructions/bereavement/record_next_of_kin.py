"""Record somebody who is, or says they are, entitled to act after a death."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import NextOfKinRecorded
from .on_death import OnDeath

CLAIMS = {
    "next_of_kin": Words("Next of kin", "Perthynas agosaf"),
    "executor": Words("Executor or administrator", "Ysgutor neu weinyddwr"),
    "relative": Words("Another relative", "Perthynas arall"),
    "other": Words("Somebody else", "Rhywun arall"),
}


class RecordNextOfKin(OnDeath, frozen=True, kw_only=True):
    """Somebody is next of kin, executor, or says so."""

    about = records(Words("Record next of kin or executor", "Cofnodi perthynas agosaf neu ysgutor"), may=(*STAFF, "line_system"))

    claim: Annotated[str, field("What are they, or what do they say they are?", kind="choice", choices=CLAIMS.items())]
    name: Annotated[str, field("What is their name?", min_length=1, max_length=100)]
    reach: Annotated[str, field("How can they be reached?", max_length=200)] = ""
    relation: Annotated[str, field("What were they to the person?", max_length=100)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NextOfKinRecorded(claim=self.claim, name=self.name, reach=self.reach, relation=self.relation)]
