"""What everything done about one message has in common: that it waits for an answer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

NOT_OPEN = Words("This message was answered or closed already.", "Cafodd y neges hon ei hateb neu ei chau eisoes.")


class OnMessage(Action, frozen=True, kw_only=True):
    """Base of what is done about one message from the customer."""

    message: Annotated[int, field("Which message?", kind="number", hidden=True, ge=1)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.message in record.messages.open else [Problem("message", NOT_OPEN)]
