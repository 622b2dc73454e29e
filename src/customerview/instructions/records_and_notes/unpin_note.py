"""Take a note from the head of the record."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import NoteUnpinned


class UnpinNote(Action, frozen=True, kw_only=True):
    """A pinned note no longer holds; it stays in the timeline."""

    about = records(Words("Take the note down", "Tynnu'r nodyn i lawr"), may=STAFF)

    note: Annotated[int, field("Which note?", kind="number", hidden=True, ge=1)]
    why: Annotated[str, field("Why does it no longer hold?", min_length=3, max_length=300, missing="Say why it no longer holds.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = self.note in record.notes.pinned or (self.note in record.notes.restricted and "safeguarding" in asked.by.tiers)
        return [] if held else [Problem("note", Words("This note is not pinned.", "Nid yw'r nodyn hwn wedi'i binio."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NoteUnpinned(note=self.note, why=self.why)]
