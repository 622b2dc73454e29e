"""Record that a promised call reached nobody."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..contacts.facts import ContactAttempted
from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .facts import CallBackAttempted
from .on_call_back import OnCallBack

BY_VOICE = [(route, words) for route, words in ROUTES.items() if route not in ("post", "email", "journal", "text")]
"""A call back is a conversation: by phone, by relay or video, or in person."""


class RecordCallBackAttempt(OnCallBack, frozen=True, kw_only=True):
    """The promised call was tried and reached nobody. Only a way they can use counts as a try."""

    about = records(Words("Record a try to call back", "Cofnodi ymgais i ffonio'n ôl"), may=STAFF)

    route: Annotated[str, field("By which way?", kind="choice", choices=BY_VOICE)]
    message_left: Annotated[bool, field("Did you leave a message?", kind="yes_no")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        usable = self.route in ROUTES and why_not_usable(self.route, record) is None
        outcome = "message_left" if self.message_left else "no_answer"
        return [
            CallBackAttempted(callback=self.callback, message_left=self.message_left, usable=usable),
            ContactAttempted(route=self.route, outcome=outcome, usable=usable, line=asked.by.line),
        ]
