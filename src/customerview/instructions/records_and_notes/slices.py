"""What the record knows of notes: `notes`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, keep_latest

from .facts import KeyFactsAcknowledged, NeedInNoteDeclined, NotePinned, NoteUnpinned, RestrictedNotePinned

REMEMBERED = 30
"""How many colleagues' acknowledgements are kept at hand."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One pinned note."""

    number: int
    text: str
    by: str
    day: date


class Notes(Slice, kw_only=True):
    """Notes at the head of the record, and up to which fact each colleague has acknowledged what is new."""

    slice_name: ClassVar[str] = "notes"
    pinned: dict[int, Note] = {}
    restricted: dict[int, Note] = {}
    restricted_count: int = 0
    acknowledged: dict[str, int] = {}
    declined: dict[int, int] = {}

    @folds(NotePinned)
    def was_pinned(self, fact: NotePinned, happened: Recorded) -> None:
        self.pinned[happened.number] = Note(number=happened.number, text=fact.text, by=happened.by, day=happened.day)

    @folds(RestrictedNotePinned)
    def was_restricted(self, fact: RestrictedNotePinned, happened: Recorded) -> None:
        self.restricted[happened.number] = Note(number=happened.number, text=fact.text, by=happened.by, day=happened.day)
        self.restricted_count = len(self.restricted)

    @folds(NoteUnpinned)
    def was_unpinned(self, fact: NoteUnpinned, happened: Recorded) -> None:
        self.pinned.pop(fact.note, None)
        self.restricted.pop(fact.note, None)
        self.restricted_count = len(self.restricted)

    @folds(KeyFactsAcknowledged)
    def saw(self, fact: KeyFactsAcknowledged, happened: Recorded) -> None:
        self.acknowledged.pop(happened.by, None)
        self.acknowledged[happened.by] = fact.upto
        keep_latest(self.acknowledged, REMEMBERED)

    @folds(NeedInNoteDeclined)
    def declined_need(self, fact: NeedInNoteDeclined, happened: Recorded) -> None:
        self.declined = dict([*self.declined.items(), (fact.contact, happened.number)][-REMEMBERED:])

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Notes:
        """Restricted notes are counted for every colleague and read by the role; whoever acts for the customer sees none."""
        if representative:
            return Notes()
        return self if "safeguarding" in tiers else msgspec.structs.replace(self, restricted={})
