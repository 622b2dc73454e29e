"""Pin a note that only some roles may read."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import RestrictedNotePinned


class PinRestrictedNote(Action, frozen=True, kw_only=True):
    """A note about somebody's safety, read only by those whose role it is, with a reason."""

    about = records(Words("Pin a restricted note", "Pinio nodyn cyfyngedig"), may=STAFF, protects=True)

    text: Annotated[str, field("What do they need to know?", kind="long_text", min_length=3, max_length=1500, missing="Write the note.")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RestrictedNotePinned(text=self.text)]
