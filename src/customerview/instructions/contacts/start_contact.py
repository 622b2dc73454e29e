"""Start a contact with a customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..records_and_notes.facts import StateShown
from ..records_and_notes.true_state import true_state
from ..roles import STAFF
from .facts import CHANNELS, CHECKS, PARTIES, ContactStarted


class StartContact(Action, frozen=True, kw_only=True):
    """A conversation with a customer, or about them, begins."""

    about = records(Words("Start a contact", "Dechrau cyswllt"), may=STAFF)

    channel: Annotated[str, field("How?", kind="choice", choices=CHANNELS.items())]
    party: Annotated[str, field("With whom?", kind="choice", choices=PARTIES.items())]
    checked: Annotated[str, field("How was it checked that they are who they say?", kind="choice", choices=CHECKS.items())]
    who: Annotated[str, field("Who are they, if not the customer?", max_length=100)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        said = " ".join(line.words.en for line in true_state(record, asked))
        return [
            ContactStarted(channel=self.channel, party=self.party, checked=self.checked, line=asked.by.line, who=self.who),
            StateShown(contact=record.number + 1, said=said),  # what was on screen, to compare with what was said
        ]
