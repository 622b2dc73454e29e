"""The ledger in PostgreSQL: appending is optimistic. The first thing a transaction writes is its facts; if another came first,
the key (stream, number) refuses, and `perform` reloads and asks the guards again.

Writing the facts first also keeps the feed in order: a transaction gets its id only when it writes, which is after it has read
the fact it follows, and so after that fact's transaction was given an id and ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import psycopg
from psycopg.types.json import Jsonb

from customerview.kernel import Catalogue, Record, Recorded
from customerview.kernel.facts import FactCorrected, RecordsFoundToBeOne, RecordsFoundToBeTwo

from .chain import BEGINNING
from .contract import Asking, Change, Conflict, KeptKey
from .rows import SELECT_FACTS, recorded, to_rows
from .view import EVERY, Loaded, folded_together, load

Projection = Callable[[psycopg.Connection[Any], Change], None]

FACT = (
    "INSERT INTO fact (stream, number, kind, at, effective, actor, cause, data, remembers, hash)"
    " VALUES (%b, %b, %b, %b, %b, %b, %b, %b, %b, %b)"
)
REMEMBERED = "INSERT INTO remembered (stream, number, salt, text) VALUES (%b, %b, %b, %b)"
ASKING = (
    "INSERT INTO asking (stream, at, actor, action, digest, edition, run, rules, outcomes, overridden, done)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
KEPT_KEY = "INSERT INTO kept_key (actor, key, digest, stream, first, last) VALUES (%s, %s, %s, %s, %s, %s)"


def asking_row(asking: Asking) -> tuple[Any, ...]:
    """A row of `asking`, in the order of ASKING."""
    outcomes = [{"rule": o.rule, "kind": o.kind, "satisfied_by": o.satisfied_by} for o in asking.outcomes]
    return (
        asking.stream, asking.at, asking.by, asking.action, asking.digest, asking.edition, asking.run, asking.rules,
        Jsonb(outcomes, dumps=msgspec.json.encode), asking.overridden, asking.done,
    )  # fmt: skip


class PostgresLedger:
    """The ledger as `perform` knows it. `transaction` gives a connection inside one transaction, the access token set."""

    def __init__(self, catalogue: Catalogue, transaction: Callable[[], Any], projections: tuple[Projection, ...] = ()) -> None:
        self.catalogue, self._transaction, self.projections = catalogue, transaction, projections

    @contextmanager
    def transaction(self, queue: UUID | None = None) -> Iterator[PostgresUnit]:
        with conflicts(), self._transaction() as db:
            if queue is not None:  # taken before anything is read or written, so that it gives the transaction no id yet
                db.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (str(queue),))
            yield PostgresUnit(db, self.catalogue, self.projections)


@contextmanager
def conflicts() -> Iterator[None]:
    """The database's ways of saying that somebody was quicker."""
    try:
        yield
    except (psycopg.errors.UniqueViolation, psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected) as error:
        raise Conflict from error


class PostgresUnit:
    """One transaction."""

    def __init__(self, db: psycopg.Connection[Any], catalogue: Catalogue, projections: tuple[Projection, ...]) -> None:
        self.db, self.catalogue, self.projections = db, catalogue, projections
        self._loaded: dict[UUID, Loaded] = {}

    def now(self) -> datetime:
        """The database's clock when the record was loaded."""
        return self._last().now

    def load(self, stream: UUID) -> Record:
        loaded = load(self.db, self.catalogue, stream)
        self._loaded[stream] = loaded
        return loaded.record

    def refolded(self, stream: UUID, added: list[Recorded]) -> Record:
        return folded_together(self.db, self.catalogue, stream, self._loaded[stream].record, added=added)

    def facts(self, stream: UUID, first: int, last: int | None) -> list[Recorded]:
        rows = self.db.execute(
            SELECT_FACTS + "WHERE f.stream = %s AND f.number BETWEEN %s AND coalesce(%s::int, 2147483647) ORDER BY f.number",
            (stream, first, last), binary=True,
        ).fetchall()  # fmt: skip
        return [recorded(r, self.catalogue.kinds) for r in rows]

    def ages(self) -> Mapping[str, timedelta | None]:
        return self._last().ages

    def _last(self) -> Loaded:
        return next(reversed(self._loaded.values()))

    def append(self, change: Change) -> None:
        """Facts first, then what hangs on them. Raises Conflict when somebody was quicker."""
        loaded = self._loaded[change.stream]
        rows, aside = to_rows(change.facts, loaded.hash or BEGINNING, self.catalogue.kinds)
        with self.db.pipeline(), self.db.cursor() as cursor:  # in one journey; a refusal is raised at its end, within the transaction
            cursor.executemany(FACT, rows)
            if aside:
                cursor.executemany(REMEMBERED, aside)
            self._keep_snapshot(change, loaded)
            for project in self.projections:
                project(self.db, change)

    def _keep_snapshot(self, change: Change, loaded: Loaded) -> None:
        record = change.record
        if any(isinstance(f.fact, FactCorrected | RecordsFoundToBeOne | RecordsFoundToBeTwo) for f in change.facts):
            self.db.execute("DELETE FROM snapshot WHERE stream = %s", (change.stream,))
        elif record.number - loaded.snapshot >= EVERY and not record.joined.others:
            self.db.execute(
                "INSERT INTO snapshot (stream, number, at, edition, state) VALUES (%s, %s, %s, %s, %s)"
                " ON CONFLICT (stream, number) DO UPDATE SET at = excluded.at, edition = excluded.edition, state = excluded.state",
                (change.stream, record.number, record.at, self.catalogue.edition, self.catalogue.fold.keep(record)),
            )  # fmt: skip

    def log(self, asking: Asking) -> None:
        self.db.execute(ASKING, asking_row(asking))

    def done_before(self, by: str, key: str) -> KeptKey | None:
        row = self.db.execute("SELECT digest, stream, first, last FROM kept_key WHERE actor = %s AND key = %s", (by, key)).fetchone()
        return KeptKey(digest=bytes(row[0]), stream=row[1], first=row[2], last=row[3]) if row else None

    def keep_key(self, by: str, key: str, digest: bytes, stream: UUID, first: int, last: int) -> None:
        self.db.execute(KEPT_KEY, (by, key, digest, stream, first, last))
