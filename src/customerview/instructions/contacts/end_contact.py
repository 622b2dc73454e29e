"""End a contact."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..roles import STAFF
from .facts import ContactEnded
from .on_contact import OnContact


class EndContact(OnContact, frozen=True, kw_only=True):
    """A contact ends with a summary that the customer can read."""

    about = asks(Words("End the contact", "Dod â'r cyswllt i ben"), may=STAFF)

    summary: Annotated[
        str,
        field("Sum up, in the customer's own words. They can read this.", kind="long_text", min_length=3, max_length=2000,
              missing="Write a short summary for the customer."),
    ]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ContactEnded(contact=self.contact, summary=self.summary)]
