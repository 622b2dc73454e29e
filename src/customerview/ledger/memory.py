"""A ledger in memory: for playing rules and published cases by the thousand, through the real `perform`, without a database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

from customerview.kernel import Catalogue, Record, Recorded

from .contract import Asking, Change, Conflict, KeptKey


class MemoryLedger:
    """Keeps facts in lists. `at` is its clock: set it to play a story over days."""

    def __init__(self, catalogue: Catalogue, at: datetime | None = None) -> None:
        self.catalogue = catalogue
        self.at = at or datetime.now(UTC)
        self.streams: dict[UUID, list[Recorded]] = {}
        self.askings: list[Asking] = []
        self.keys: dict[tuple[str, str], KeptKey] = {}
        self.source_ages: dict[str, timedelta | None] = {}

    @contextmanager
    def transaction(self, queue: UUID | None = None) -> Iterator[MemoryLedger]:
        yield self

    def now(self) -> datetime:
        return self.at

    def load(self, stream: UUID) -> Record:
        return self.catalogue.fold.of(stream, self.streams.get(stream, []))

    def refolded(self, stream: UUID, added: list[Recorded]) -> Record:
        return self.catalogue.fold.of(stream, [*self.streams.get(stream, []), *added])

    def facts(self, stream: UUID, first: int, last: int | None) -> list[Recorded]:
        return self.streams.get(stream, [])[first - 1 : last]

    def ages(self) -> Mapping[str, timedelta | None]:
        return self.source_ages

    def append(self, change: Change) -> None:
        held = self.streams.setdefault(change.stream, [])
        if len(held) != change.after:
            raise Conflict
        for happened in change.facts:
            code = happened.fact.kind.code
            data, apart = self.catalogue.kinds.encode(happened.fact)
            self.catalogue.kinds.decode(code, data, apart)
            held.append(happened)

    def log(self, asking: Asking) -> None:
        self.askings.append(asking)

    def done_before(self, by: str, key: str) -> KeptKey | None:
        return self.keys.get((by, key))

    def keep_key(self, by: str, key: str, digest: bytes, stream: UUID, first: int, last: int) -> None:
        self.keys[by, key] = KeptKey(digest=digest, stream=stream, first=first, last=last)
