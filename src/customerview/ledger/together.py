"""Many records in one transaction: all of them are read before anything is written, and what was done is written at its end, in
one journey. For jobs that do the same to hundreds of thousands.

What is done to one record is one change of it, however many actions it took. Reading first keeps the feed in order, as in
`postgres.py`: a transaction gets its id only when it writes. When somebody else was quicker with any of them, nothing of it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import msgspec
import psycopg

from customerview.kernel import Catalogue, Owed, Record, Recorded

from .chain import BEGINNING
from .contract import Asking, Change, KeptKey
from .postgres import ASKING, FACT, KEPT_KEY, REMEMBERED, PostgresUnit, Projection, asking_row
from .rows import to_rows
from .view import load_together


class _Grown(msgspec.Struct, kw_only=True):
    """What was added to one record so far."""

    after: int
    hash: bytes
    facts: list[Recorded] = []
    owed: dict[str, Owed] = {}
    discharged: set[str] = set()


class Together(PostgresUnit):
    """A ledger and its one transaction. `keys` of `by` are looked up at once; a correction is done in a transaction of its own."""

    def __init__(
        self, db: psycopg.Connection[Any], catalogue: Catalogue, projections: tuple[Projection, ...], streams: Iterable[UUID],
        by: str = "", keys: Iterable[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(db, catalogue, projections)
        self._loaded = load_together(db, catalogue, streams)
        rows = db.execute("SELECT key, digest, stream, first, last FROM kept_key WHERE actor = %s AND key = ANY(%s)", (by, list(keys)))
        self._kept = {(by, key): KeptKey(digest=bytes(d), stream=s, first=first, last=last) for key, d, s, first, last in rows}
        self._rows: tuple[list[Any], list[Any]] = ([], [])
        self._grown: dict[UUID, _Grown] = {}
        self._askings: list[Asking] = []
        self._new_keys: list[tuple[Any, ...]] = []
        self._besides: list[Callable[[psycopg.Connection[Any]], None]] = []

    @contextmanager
    def transaction(self, queue: UUID | None = None) -> Iterator[Together]:
        yield self

    def load(self, stream: UUID) -> Record:
        return self._loaded[stream].record

    def refolded(self, stream: UUID, added: list[Recorded]) -> Record:
        raise RuntimeError("a correction is done in a transaction of its own")

    def append(self, change: Change) -> None:
        before = self._grown.get(change.stream)
        grown = before or _Grown(after=change.after, hash=self._loaded[change.stream].hash or BEGINNING)
        self._grown[change.stream] = grown
        facts, aside = to_rows(change.facts, grown.hash, self.catalogue.kinds)
        self._rows[0].extend(facts)
        self._rows[1].extend(aside)
        if facts:
            grown.hash = facts[-1].hash
        grown.facts += change.facts
        for id in change.discharged:
            grown.owed.pop(id, None)
            grown.discharged.add(id)
        grown.owed |= {owed.id: owed for owed in change.owed}

    def log(self, asking: Asking) -> None:
        self._askings.append(asking)

    def done_before(self, by: str, key: str) -> KeptKey | None:
        return self._kept.get((by, key))

    def keep_key(self, by: str, key: str, digest: bytes, stream: UUID, first: int, last: int) -> None:
        self._kept[by, key] = KeptKey(digest=digest, stream=stream, first=first, last=last)
        self._new_keys.append((by, key, digest, stream, first, last))

    def besides(self, write: Callable[[psycopg.Connection[Any]], None]) -> None:
        """What a room writes into its own tables in the same transaction, after the facts."""
        self._besides.append(write)

    def write(self) -> None:
        """All of it; a refusal of the database is raised at its end."""
        facts, aside = self._rows
        with self.db.pipeline(), self.db.cursor() as cursor:
            for statement, rows in (
                (FACT, facts),
                (REMEMBERED, aside),
                (ASKING, map(asking_row, self._askings)),
                (KEPT_KEY, self._new_keys),
            ):
                if rows := list(rows):
                    cursor.executemany(statement, rows)
            for stream, grown in self._grown.items():
                change = Change(
                    stream=stream, after=grown.after, facts=grown.facts, record=self._loaded[stream].record, owed=list(grown.owed.values()),
                    discharged=sorted(grown.discharged),
                )  # fmt: skip
                self._keep_snapshot(change, self._loaded[stream])
                for project in self.projections:
                    project(self.db, change)
            for write in self._besides:
                write(self.db)
