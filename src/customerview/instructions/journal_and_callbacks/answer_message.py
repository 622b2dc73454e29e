"""Answer a customer's message."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..roles import STAFF
from .facts import MessageAnswered, MessageNeedsNoReply
from .on_message import OnMessage


class AnswerMessage(OnMessage, frozen=True, kw_only=True):
    """A customer's message is answered in substance."""

    about = asks(Words("Answer the message", "Ateb y neges"), may=STAFF, outgoing=True, bears=(MessageAnswered, MessageNeedsNoReply))

    text: Annotated[
        str,
        field("Your answer", kind="long_text", min_length=2, max_length=5000, missing="Write the answer.",
              hint="Plain words, one thing at a time. Answer what was asked."),
    ]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [MessageAnswered(message=self.message, text=self.text)]
