"""Note what is said in a contact."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import ContactNoted
from .on_contact import OnContact


class NoteContact(OnContact, frozen=True, kw_only=True):
    """What was said is written down once, for whoever is next."""

    about = records(Words("Note what was said", "Nodi'r hyn a ddywedwyd"), may=STAFF)

    reported: Annotated[str, field("What did they report?", kind="long_text", max_length=4000)] = ""
    agreed: Annotated[str, field("What was agreed?", kind="long_text", max_length=2000)] = ""
    follows: Annotated[str, field("What happens next, and who does it?", kind="long_text", max_length=2000)] = ""
    note: Annotated[str, field("Anything else the next person needs", kind="long_text", max_length=4000)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ContactNoted(contact=self.contact, reported=self.reported, agreed=self.agreed, follows=self.follows, note=self.note)]
