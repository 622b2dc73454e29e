"""Say why a need mentioned in a note is not recorded as one."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import NeedInNoteDeclined


class DeclineNeedInNote(Action, frozen=True, kw_only=True):
    """A need was mentioned and is not recorded as one, for a reason."""

    about = records(Words("Say why no need is recorded", "Dweud pam nad oes angen wedi'i gofnodi"), may=STAFF)

    contact: Annotated[int, field("Which contact?", kind="number", hidden=True, ge=1)]
    why: Annotated[
        str, field("Why is what was mentioned not recorded as a need?", min_length=3, max_length=500, missing="Give the reason.")
    ]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NeedInNoteDeclined(contact=self.contact, why=self.why)]
