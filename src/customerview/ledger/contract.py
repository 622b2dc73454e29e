"""What a ledger promises `perform`: one transaction that loads, appends and logs. PostgreSQL keeps it; memory keeps it for rules."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import msgspec

from customerview.kernel import Outcome, Owed, Record, Recorded


class Conflict(Exception):
    """Somebody else appended to this stream first: reload, and ask the guards again."""


class Change(msgspec.Struct, kw_only=True):
    """What one action adds: facts after number `after`, the record they make, and the duties it opened, moved or discharged."""

    stream: UUID
    after: int
    facts: list[Recorded]
    record: Record
    owed: list[Owed]
    discharged: list[str]


class Asking(msgspec.Struct, kw_only=True):
    """One asking of the guards: which rules of which edition, what each said, what was overridden, and whether it was done."""

    stream: UUID
    at: datetime
    by: str
    action: str
    digest: bytes
    edition: str
    run: str
    rules: list[str]
    outcomes: list[Outcome]
    overridden: list[str]
    done: bool


class KeptKey(msgspec.Struct, kw_only=True):
    """An idempotency key used before: the digest of what was sent, and the facts that followed."""

    digest: bytes
    stream: UUID
    first: int
    last: int


class Unit(Protocol):
    """One transaction on the ledger. Nothing of it is seen by others until it ends well."""

    def now(self) -> datetime: ...

    def load(self, stream: UUID) -> Record: ...

    def refolded(self, stream: UUID, added: list[Recorded]) -> Record:
        """The loaded record folded afresh from its first fact, with those about to be appended: what a correction asks for."""

    def facts(self, stream: UUID, first: int, last: int | None) -> list[Recorded]: ...

    def ages(self) -> Mapping[str, timedelta | None]: ...

    def append(self, change: Change) -> None: ...

    def log(self, asking: Asking) -> None: ...

    def done_before(self, by: str, key: str) -> KeptKey | None: ...

    def keep_key(self, by: str, key: str, digest: bytes, stream: UUID, first: int, last: int) -> None: ...


class Ledger(Protocol):
    """Where facts are kept. `queue`: wait in line behind others who were also too late for this stream."""

    def transaction(self, queue: UUID | None = None) -> AbstractContextManager[Unit]: ...
