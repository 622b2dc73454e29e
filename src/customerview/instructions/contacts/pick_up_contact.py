"""Pick up a contact from another colleague."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Record, Words, records

from ..roles import STAFF
from .facts import ContactPickedUp
from .on_contact import OnContact


class PickUpContact(OnContact, frozen=True, kw_only=True):
    """Another colleague goes on with a contact, so that the customer need not begin again."""

    about = records(Words("Pick up this contact", "Codi'r cyswllt hwn"), may=STAFF)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ContactPickedUp(contact=self.contact)]
