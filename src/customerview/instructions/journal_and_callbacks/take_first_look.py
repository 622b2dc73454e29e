"""Take a first look at a message."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import TOPICS, FirstLookTaken
from .on_message import OnMessage


class TakeFirstLook(OnMessage, frozen=True, kw_only=True):
    """A trained person reads what came in, so that danger is seen within hours."""

    about = records(Words("Take a first look", "Cymryd golwg gyntaf"), may=STAFF, protects=True)

    asks: Annotated[bool, field("Does it hold a question, a request, a need or a disagreement?", kind="yes_no")]
    mentions: Annotated[tuple[str, ...], field("Does it mention any of these?", kind="choices", choices=TOPICS.items())] = ()
    seen: Annotated[str, field("What should the next reader know?", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FirstLookTaken(message=self.message, mentions=self.mentions, asks=self.asks, seen=self.seen)]
