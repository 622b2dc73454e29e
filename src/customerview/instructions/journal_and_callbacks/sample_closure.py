"""Check a message that was closed without a reply."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import ClosureSampled


class SampleClosure(Action, frozen=True, kw_only=True):
    """A sample of messages closed without a reply is read again: did they really need none?"""

    about = records(Words("Check a message closed without a reply", "Gwirio neges a gaewyd heb ateb"), may=("team_leader", "reviewer"))

    message: Annotated[int, field("Which message?", kind="number", hidden=True, ge=1)]
    right: Annotated[bool, field("Did it really need no reply?", kind="yes_no")]
    finding: Annotated[str, field("What did you find?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ClosureSampled(message=self.message, right=self.right, finding=self.finding)]
