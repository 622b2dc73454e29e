"""What a recipient is sent: which customer, what happened in words and plain values, and how to confirm it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from customerview.instructions import catalogue
from customerview.kernel import Recorded
from customerview.ledger import reading


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """One share that is to reach one recipient."""

    stream: UUID
    number: int
    recipient: str
    share: str
    of: int
    attempts: int = 0

    @property
    def id(self) -> str:
        """The same whenever it is sent again: by it a recipient knows what it has had."""
        return f"{self.stream}:{self.number}"


def envelope(sharing: Sharing) -> bytes:
    """The body, from the record as it is at this moment: what was corrected or erased since is not sent as it was."""
    with reading(None, catalogue()) as view:  # by no viewer: what is restricted is not sent, only that there is something to read
        happened = view.fact(sharing.stream, sharing.of)
    return msgspec.json.encode({
        "type": "fact.shared", "customer": sharing.stream, "number": sharing.number, "share": sharing.share, "of": sharing.of,
        "fact": _told(happened, sharing.recipient) if happened else {"kind": "Withheld", "data": {}},
        "receipt": {"action": "record_receipt", "fields": {"share": sharing.share, "of": sharing.of}},
    })  # fmt: skip


def _told(happened: Recorded, recipient: str) -> dict[str, Any]:
    fact = happened.fact
    audience = "line" if getattr(fact, "line", "") == recipient else "lines"
    values = msgspec.to_builtins(fact, builtin_types=(bytes,))
    data = {name: value for name, value in values.items() if name not in fact.kind.forget and not isinstance(value, bytes)}
    return {"kind": fact.kind.name, "code": fact.kind.code, "number": happened.number, "at": happened.at, "effective": happened.effective,
            "words": happened.say(audience), "data": data}  # fmt: skip
