"""Rebuilding: projections and snapshots are dropped and made again from the facts. What comes out is what was there."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

import psycopg

from customerview.kernel import Catalogue, Recorded

from .bulk import snapshots_along
from .contract import Change
from .rows import SELECT_FACTS, recorded


def histories(db: psycopg.Connection[Any], catalogue: Catalogue) -> Iterator[tuple[UUID, list[Recorded]]]:
    """Every stream with its whole history, one after another, in constant memory. Needs a login that reaches all."""
    with db.cursor(name="histories", binary=True) as cursor:
        cursor.itersize = 5_000
        cursor.execute(SELECT_FACTS + "ORDER BY f.stream, f.number")
        for stream, rows in groupby(cursor, key=lambda row: row[0]):
            yield stream, [recorded(row, catalogue.kinds) for row in rows]


def rebuild(
    db: psycopg.Connection[Any], catalogue: Catalogue, projections: tuple[str, ...], progress: Callable[[int], None] = lambda n: None
) -> int:  # fmt: skip
    """Drop and make again what the named projections hold, and the snapshots, in one transaction. Returns how many streams.

    A projection is a function `project(db, change)` in a module that also has `clear(db)`.
    """
    modules = [importlib.import_module(path.rpartition(".")[0]) for path in projections]
    for module in modules:
        module.clear(db)
    db.execute("DELETE FROM snapshot")
    done = 0
    for stream, history in histories(db, catalogue):
        record = catalogue.fold.of(stream, history)
        change = Change(stream=stream, after=0, facts=history, record=record, owed=list(record.duties.open.values()), discharged=[])
        for module in modules:
            module.project(db, change)
        for row in snapshots_along(history, record, catalogue):
            db.execute("INSERT INTO snapshot (stream, number, at, edition, state) VALUES (%s, %s, %s, %s, %s)", row)
        done += 1
        if done % 1000 == 0:
            progress(done)
    return done
