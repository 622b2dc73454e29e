"""Say what the customer likes to be called."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import NameUsedSaid


class SayWhatToCallYou(Action, frozen=True, kw_only=True):
    """You tell us what to call you when we speak or write to you."""

    about = records(Words("Say what to call you", "Dweud beth i'ch galw"), may=("customer", "representative", *STAFF))

    name_used: Annotated[str, field(
        Words("What should we call you?", "Beth ddylem eich galw?"), max_length=60, min_length=1,
        missing=Words("Enter what we should call you.", "Rhowch yr hyn y dylem eich galw."))]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NameUsedSaid(name_used=self.name_used.strip())]
