"""Record that a promised call was made."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import CallBackMade
from .on_call_back import OnCallBack


class RecordCallBack(OnCallBack, frozen=True, kw_only=True):
    """The customer was called back and spoken to."""

    about = records(Words("Record the call back", "Cofnodi'r alwad yn ôl"), may=STAFF)

    said: Annotated[str, field("What was said?", kind="long_text", max_length=2000)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [CallBackMade(callback=self.callback, said=self.said)]
