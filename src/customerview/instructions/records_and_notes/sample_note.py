"""Score the note of a contact against the standard."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import NoteSampled


class SampleNote(Action, frozen=True, kw_only=True):
    """A team leader looks at a sampled note: would the next person know what they need?"""

    about = records(Words("Score a sampled note", "Sgorio nodyn a samplwyd"), may=("team_leader", "reviewer"))

    contact: Annotated[int, field("Which contact?", kind="number", hidden=True, ge=1)]
    score: Annotated[int, field("How many of the five parts are there?", kind="number", ge=0, le=5)]
    finding: Annotated[str, field("What was missing?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NoteSampled(contact=self.contact, score=self.score, finding=self.finding)]
