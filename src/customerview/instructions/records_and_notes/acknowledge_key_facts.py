"""Acknowledge what is new at the head of the record, before acting."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import KeyFactsAcknowledged
from .key_facts import key_facts


class AcknowledgeKeyFacts(Action, frozen=True, kw_only=True):
    """Whoever acts has seen what is new since they last looked."""

    about = records(Words("I have seen what is new", "Rwyf wedi gweld yr hyn sy'n newydd"), may=(*STAFF, "line_system", "job"))

    upto: Annotated[int, field("Up to which entry?", kind="number", hidden=True, ge=0)] = 0

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        upto = min(self.upto or record.number, record.number)
        shown = sorted({n for line in key_facts(record) for n in line.of if n <= upto})
        return [KeyFactsAcknowledged(upto=upto, shown=tuple(shown[-40:]))]
