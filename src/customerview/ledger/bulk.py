"""Bulk loading: whole streams by COPY, hashed by the same function as `perform`, in constant memory.

The caller commits chunk by chunk; the feed passes a chunk on when it is committed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg

from customerview.kernel import Catalogue, Record, Recorded
from customerview.kernel.facts import FactCorrected

from .chain import BEGINNING
from .rows import FACT_TYPES, REMEMBERED_TYPES, to_rows
from .view import EVERY


def load_streams(
    db: psycopg.Connection[Any], catalogue: Catalogue, streams: Iterable[tuple[list[Recorded], Record]]
) -> int:  # fmt: skip
    """Write whole new streams: each the facts from number 1 and the record they fold into. Returns how many facts.

    Needs the worker's login, inside a transaction. A stream that exists already makes all of it fail: nothing half-happens.
    """
    facts: list[tuple[Any, ...]] = []
    aside: list[tuple[Any, ...]] = []
    snapshots: list[tuple[Any, ...]] = []
    for history, record in streams:
        rows, remembered = to_rows(history, BEGINNING, catalogue.kinds)
        facts += rows
        aside += remembered
        snapshots += snapshots_along(history, record, catalogue)
    copy_rows(db, "fact", "stream, number, kind, at, effective, actor, cause, data, remembers, hash", FACT_TYPES, facts)
    copy_rows(db, "remembered", "stream, number, salt, text", REMEMBERED_TYPES, aside)
    copy_rows(db, "snapshot", "stream, number, at, edition, state", ("uuid", "int4", "timestamptz", "text", "bytea"), snapshots)
    return len(facts)


ALONG = 5 * EVERY
"""A long history is given snapshots along its way too, so that how it was known long ago is folded as quickly."""


def snapshots_along(history: list[Recorded], record: Record, catalogue: Catalogue) -> list[tuple[Any, ...]]:
    """The rows of `snapshot` a whole history is given: none when it is short."""
    if record.number < EVERY:
        return []
    kept = [(record.stream, record.number, record.at, catalogue.edition, catalogue.fold.keep(record))]
    if record.number > ALONG and not any(isinstance(f.fact, FactCorrected) for f in history):
        along = catalogue.fold.empty(record.stream)
        for happened in history[:-1]:
            catalogue.fold.take(along, happened)
            if along.number % ALONG == 0:
                kept.append((record.stream, along.number, along.at, catalogue.edition, catalogue.fold.keep(along)))
    return kept


def copy_rows(db: psycopg.Connection[Any], table: str, columns: str, types: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    """COPY into a table of the session's own, and from there: row security knows inserts, and does not know COPY."""
    if not rows:
        return
    db.execute(f"CREATE TEMP TABLE IF NOT EXISTS load_{table} ON COMMIT DELETE ROWS AS SELECT {columns} FROM {table} WITH NO DATA")
    with db.cursor() as cursor, cursor.copy(f"COPY load_{table} FROM STDIN (FORMAT binary)") as copy:
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)
    db.execute(f"INSERT INTO {table} ({columns}) SELECT * FROM load_{table}")
    db.execute(f"TRUNCATE load_{table}")
