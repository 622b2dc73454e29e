"""Send a customer a message."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..directory import team
from ..roles import STAFF
from .facts import MessageSent


class SendMessage(Action, frozen=True, kw_only=True):
    """A message is sent to the customer's account."""

    about = asks(Words("Send a message", "Anfon neges"), may=(*STAFF, "job"), outgoing=True)

    subject: Annotated[str, field("Subject", min_length=2, max_length=120, missing="Write a subject.")]
    text: Annotated[str, field("Message", kind="long_text", min_length=2, max_length=5000, missing="Write the message.")]
    needs_action: Annotated[bool, field("Does the customer have to do something?", kind="yes_no")] = False
    act_by: Annotated[date | None, field("By when?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.act_by is not None and self.act_by < asked.today:
            return [Problem("act_by", Words("This day is past.", "Mae'r diwrnod hwn wedi mynd heibio."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        by = asked.by
        return [
            MessageSent(
                line=by.line, team=by.teams[0] if by.teams else team(by.line or "OPERATIONS"), needs_action=self.needs_action,
                act_by=self.act_by, subject=self.subject, text=self.text,
            )
        ]  # fmt: skip
