"""Close a message that needs no reply."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..roles import STAFF
from .facts import MessageAnswered, MessageNeedsNoReply
from .on_message import OnMessage


class CloseWithoutReply(OnMessage, frozen=True, kw_only=True):
    """A message that asks for nothing is closed, with the reason."""

    about = asks(Words("Close without a reply", "Cau heb ateb"), may=STAFF, bears=(MessageAnswered, MessageNeedsNoReply))

    why: Annotated[str, field("Why does it need no reply?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [MessageNeedsNoReply(message=self.message, team=asked.by.teams[0] if asked.by.teams else "", why=self.why)]
