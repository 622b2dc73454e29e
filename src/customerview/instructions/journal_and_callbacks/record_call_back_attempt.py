"""Record that a promised call reached nobody."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import CallBackAttempted
from .on_call_back import OnCallBack


class RecordCallBackAttempt(OnCallBack, frozen=True, kw_only=True):
    """The promised call was tried and reached nobody."""

    about = records(Words("Record a try to call back", "Cofnodi ymgais i ffonio'n ôl"), may=STAFF)

    message_left: Annotated[bool, field("Did you leave a message?", kind="yes_no")]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [CallBackAttempted(callback=self.callback, message_left=self.message_left)]
