"""Bulk loading: facts a second from lives already played, beside COPY of the same rows into a bare table; and playing them."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec

from benchmarks.house import House, worker
from benchmarks.timing import Measure, rate
from customerview.instructions import catalogue
from customerview.ledger.bulk import load_streams
from customerview.population import loading

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def bulk(house: House) -> list[Measure]:
    """What is loaded is rolled back: the house stays as it is."""
    rules = catalogue()
    seeds = itertools.count(900_000)
    lives = list(loading.lives(7, 0, NOW, 500))
    rows = [(life.history, life.record) for life in lives]
    count = sum(len(history) for history, _ in rows)

    def play() -> int:
        return sum(len(life.history) for life in loading.lives(next(seeds), 0, NOW, 100))

    def encode() -> int:
        kinds, done = rules.kinds, 0
        for life in itertools.islice(lives, 100):
            for happened in life.history:
                kinds.encode(happened.fact)
                done += 1
        return done

    def load() -> int:
        with worker() as db, db.transaction(force_rollback=True):
            load_streams(db, rules, _elsewhere(rows))
        return count

    def copy() -> int:
        with worker() as db, db.transaction(force_rollback=True):
            db.execute(
                "CREATE TEMP TABLE bare (stream uuid, number int, kind int2, at timestamptz, effective date, actor text, data bytea)"
            )
            with db.cursor() as cursor, cursor.copy("COPY bare FROM STDIN (FORMAT binary)") as into:
                into.set_types(("uuid", "int4", "int2", "timestamptz", "date", "text", "bytea"))
                for history, _ in rows:
                    for f in history:
                        into.write_row((f.stream, f.number, f.fact.kind.code, f.at, f.effective, f.by, rules.kinds.encode(f.fact)[0]))
        return count

    return [
        rate("Bulk load: hash, COPY, index", "facts/s", load, "COPY of the same rows into a bare table", copy),
        rate("Play lives through perform, in memory", "facts/s", play, "encode the same number of facts", encode),
    ]


def _elsewhere(rows: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The same histories under new ids, so that they can be loaded again."""
    found = []
    for history, record in rows:
        stream = uuid4()
        moved = [msgspec.structs.replace(f, stream=stream) for f in history]
        again = catalogue().fold.empty(stream)
        again.slices, again.duties, again.number, again.at = record.slices, record.duties, record.number, record.at
        found.append((moved, again))
    return found
