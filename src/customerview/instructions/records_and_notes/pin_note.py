"""Pin a note to the head of the record."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import NotePinned


class PinNote(Action, frozen=True, kw_only=True):
    """A note everybody sees before they speak or act."""

    about = records(Words("Pin a note", "Pinio nodyn"), may=STAFF)

    text: Annotated[
        str,
        field("What should everybody see first?", kind="long_text", min_length=3, max_length=400, missing="Write the note.",
              hint="Say what to do, not why. Nothing that could endanger them if somebody close by read it."),
    ]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NotePinned(text=self.text)]
