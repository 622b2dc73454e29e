"""What everything done within one contact has in common: that the contact is open."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NOT_OPEN = Words(
    "This contact has ended, or there is none with this number.", "Mae'r cyswllt hwn wedi dod i ben, neu nid oes un â'r rhif hwn."
)


class OnContact(Action, frozen=True, kw_only=True):
    """Base of what is done within one contact."""

    contact: Annotated[int, field("Which contact?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.contact in record.contacts.open else [Problem("contact", NOT_OPEN)]
