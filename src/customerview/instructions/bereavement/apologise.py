"""Record the apology to somebody we had recorded as dead."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import ApologyMade


class Apologise(Action, frozen=True, kw_only=True):
    """Somebody tells the customer how sorry we are for having recorded their death."""

    about = records(Words("Record the apology", "Cofnodi'r ymddiheuriad"), may=STAFF)

    route: Annotated[str, field("How was it made?", max_length=60, hint="By a way this customer can use.")]
    words: Annotated[str, field("What was said?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ApologyMade(route=self.route, words=self.words)]
