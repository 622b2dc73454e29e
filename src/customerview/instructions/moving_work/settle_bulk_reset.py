"""What a person decides of a reset that was counted: have it carried out, withdraw it, read what it came to."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .bulk_reset_facts import BulkResetRead, BulkResetStarted, BulkResetWithdrawn
from .carry_out_bulk_reset import NOT_NOW

MANAGER = ("operations_manager",)


class StartBulkReset(Action, frozen=True, kw_only=True):
    """Have the reset carried out as it was counted, once another operations manager agrees."""

    about = asks(Words("Start the reset of open work", "Dechrau ailosod gwaith agored"), may=MANAGER)

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.bulk_reset.status == "counted" and record.bulk_reset.found else [Problem("", NOT_NOW)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BulkResetStarted(run=f"reset-{record.bulk_reset.instruction}-{record.stream.hex[:8]}")]


class WithdrawBulkReset(Action, frozen=True, kw_only=True):
    """The reset is not to be done."""

    about = records(Words("Withdraw the reset", "Tynnu'r ailosod yn ôl"), may=MANAGER)

    why: Annotated[
        str, field(Words("Why?", "Pam?"), kind="long_text", min_length=3, max_length=300, missing=Words("Enter why", "Rhowch pam"))
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.bulk_reset.status in ("asked", "counted") else [Problem("", NOT_NOW)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BulkResetWithdrawn(why=self.why)]


class ReadBulkReset(Action, frozen=True, kw_only=True):
    """What the reset came to was read."""

    about = records(Words("I have read what was done", "Rwyf wedi darllen yr hyn a wnaed"), may=MANAGER)

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.bulk_reset.status == "ended" else [Problem("", NOT_NOW)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BulkResetRead()]
