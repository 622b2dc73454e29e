"""Reading: one customer's record, as known at any moment, and pages of their timeline. The number of statements is constant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import psycopg

from customerview.kernel import Actor, Catalogue, Record, Recorded

from .rows import SELECT_FACTS, recorded

EVERY = 100
"""A snapshot is kept each time a stream has grown by so many facts, so that folding stays short however long the history."""


class Loaded(NamedTuple):
    """A record, where its chain ends, and the circumstances of its loading: what performing needs."""

    record: Record
    hash: bytes | None
    snapshot: int
    now: datetime
    ages: Mapping[str, timedelta | None]


HEAD = """
    SELECT clock_timestamp(), (SELECT json_object_agg(line, extract(epoch FROM clock_timestamp() - heard)) FROM source_heard),
        s.number, s.state
    FROM (SELECT) AS nothing LEFT JOIN LATERAL (
        SELECT number, state FROM snapshot
        WHERE stream = %s AND edition = %s AND at <= coalesce(%s::timestamptz, 'infinity') ORDER BY number DESC LIMIT 1
    ) s ON true
"""
# The fact the snapshot ends with is read again, for its hash.
TAIL = (
    SELECT_FACTS
    + """
    WHERE f.stream = %s AND f.at <= coalesce(%s::timestamptz, 'infinity') AND f.number >= coalesce((
        SELECT max(number) FROM snapshot WHERE stream = %s AND edition = %s AND at <= coalesce(%s::timestamptz, 'infinity')), 0)
    ORDER BY f.number
"""
)


def load(
    db: psycopg.Connection[Any], catalogue: Catalogue, stream: UUID, *, known: datetime | None = None, on: date | None = None
) -> Loaded:  # fmt: skip
    """The record of a stream: the newest fitting snapshot and the facts after it, asked for in one round trip.

    An unknown stream gives an empty record.
    """
    edition = catalogue.edition
    with db.pipeline():
        head = db.execute(HEAD, (stream, edition, known), binary=True)
        tail = db.execute(TAIL, (stream, known, stream, edition, known), binary=True)
    now, ages, number, state = head.fetchone() or (None, None, None, None)
    assert isinstance(now, datetime)
    rows = tail.fetchall()
    number = number or 0
    end = bytes(rows[-1][-1]) if rows else None
    record = _folded(catalogue, stream, number, state, rows, on)
    if record.joined.others:
        record = folded_together(db, catalogue, stream, record, known, on)
    return Loaded(record, end, number, now, _ages(ages))


def _folded(catalogue: Catalogue, stream: UUID, number: int, state: Any, rows: list[Any], on: date | None) -> Record:
    facts = [recorded(r, catalogue.kinds) for r in rows if r[1] > number]
    if state is None:
        return catalogue.fold.of(stream, facts, on)
    record = catalogue.fold.again(stream, number, state, on)
    for happened in facts:
        catalogue.fold.take(record, happened)
    return record


SNAPSHOTS = (
    "SELECT DISTINCT ON (stream) stream, number, state FROM snapshot WHERE stream = ANY(%s) AND edition = %s ORDER BY stream, number DESC"
)


def load_together(db: psycopg.Connection[Any], catalogue: Catalogue, streams: Iterable[UUID]) -> dict[UUID, Loaded]:
    """The records of many streams as they are now, in three statements however many they are."""
    wanted = list(streams)
    with db.pipeline():
        clock = db.execute("SELECT clock_timestamp(), (SELECT json_object_agg(line, extract(epoch FROM clock_timestamp() - heard)) FROM source_heard)",
                           binary=True)  # fmt: skip
        kept = db.execute(SNAPSHOTS, (wanted, catalogue.edition), binary=True)
    now, ages = clock.fetchone() or (None, None)
    assert isinstance(now, datetime)
    snapshots = {stream: (number, state) for stream, number, state in kept}
    rows: dict[UUID, list[Any]] = {stream: [] for stream in wanted}
    starts = [snapshots[stream][0] if stream in snapshots else 0 for stream in wanted]
    for row in db.execute(
        SELECT_FACTS + "JOIN unnest(%s::uuid[], %s::int[]) AS wanted (stream, starts) ON f.stream = wanted.stream AND f.number >= wanted.starts"
        " ORDER BY f.stream, f.number", (wanted, starts), binary=True,
    ):  # fmt: skip
        rows[row[0]].append(row)
    found, aged = {}, _ages(ages)
    for stream, held in rows.items():
        number, state = snapshots.get(stream, (0, None))
        record = _folded(catalogue, stream, number, state, held, None)
        if record.joined.others:
            record = folded_together(db, catalogue, stream, record)
        found[stream] = Loaded(record, bytes(held[-1][-1]) if held else None, number, now, aged)
    return found


def _ages(seconds: Any) -> Mapping[str, timedelta | None]:
    """How long ago each service line was last heard from."""
    held = msgspec.json.decode(seconds) if isinstance(seconds, str | bytes) else seconds or {}
    return {line: timedelta(seconds=float(age)) for line, age in held.items()}


def folded_together(
    db: psycopg.Connection[Any], catalogue: Catalogue, stream: UUID, alone: Record, known: datetime | None = None,
    on: date | None = None, *, added: Iterable[Recorded] = (),
) -> Record:  # fmt: skip
    """Records found to be one person fold as one history, in the order things were recorded; `added` are not yet kept."""
    rows = db.execute(
        SELECT_FACTS + "WHERE f.stream = ANY(%s) AND f.at <= coalesce(%s::timestamptz, 'infinity') ORDER BY f.at, f.stream, f.number",
        ([stream, *alone.joined.others], known), binary=True,
    ).fetchall()  # fmt: skip
    together = catalogue.fold.of(stream, [*(recorded(r, catalogue.kinds) for r in rows), *added], on)
    together.number, together.at = alone.number, alone.at
    return together


class View:
    """What a page that only reads may ask. Made by `reading`, inside a transaction that cannot write.

    What it gives is what the viewer may see; without a viewer, what anybody who reaches the record may.
    """

    def __init__(self, db: psycopg.Connection[Any], catalogue: Catalogue, viewer: Actor | None = None) -> None:
        self.db, self.catalogue = db, catalogue
        self.tiers = viewer.tiers if viewer else frozenset[str]()
        self.representative = viewer is not None and viewer.kind == "representative"
        self.hidden = [
            code for code, kind in catalogue.kinds.by_code.items()
            if (kind.kind.restricted and kind.kind.restricted not in self.tiers) or (self.representative and kind.kind.from_representatives)
        ]  # fmt: skip

    def record(self, stream: UUID, *, known: datetime | None = None, on: date | None = None) -> Record:
        """What we knew at `known` (now, unless said) about the day `on`, as this viewer may see it."""
        return self.whole(stream, known=known, on=on).seen_by(self.tiers, self.representative)

    def whole(self, stream: UUID, *, known: datetime | None = None, on: date | None = None) -> Record:
        """Everything the record holds: for asking guards what they would say, never for showing."""
        return load(self.db, self.catalogue, stream, known=known, on=on).record

    def timeline(
        self, stream: UUID, *, before: int | None = None, kinds: Iterable[int] | None = None, limit: int = 20,
        known: datetime | None = None, actors: Iterable[str] | None = None,
    ) -> list[Recorded]:  # fmt: skip
        """A page of facts, newest first, older than number `before`; of the kinds with these codes, by these kinds of actor, when given."""
        rows = self.db.execute(
            SELECT_FACTS + "WHERE f.stream = %s AND f.number < coalesce(%s::int, 2147483647) AND f.at <= coalesce(%s::timestamptz, 'infinity')"
            " AND (%s::int[] IS NULL OR f.kind = ANY(%s::int[])) AND f.kind <> ALL(%s::int[])"
            " AND (%s::text[] IS NULL OR split_part(f.actor, ':', 1) = ANY(%s::text[])) ORDER BY f.number DESC LIMIT %s",
            (stream, before, known, *([list(kinds)] * 2 if kinds is not None else [None, None]), self.hidden,
             *([list(actors)] * 2 if actors is not None else [None, None]), limit), binary=True,
        ).fetchall()  # fmt: skip
        return [recorded(r, self.catalogue.kinds) for r in rows]

    def fact(self, stream: UUID, number: int) -> Recorded | None:
        """One fact, or None when there is none or this viewer may not see it."""
        row = self.db.execute(
            SELECT_FACTS + "WHERE f.stream = %s AND f.number = %s AND f.kind <> ALL(%s::int[])", (stream, number, self.hidden), binary=True
        ).fetchone()
        return recorded(row, self.catalogue.kinds) if row else None

    def facts_at(self, places: Iterable[tuple[UUID, int]]) -> dict[tuple[UUID, int], Recorded]:
        """Many facts by stream and number; those this viewer may not see, and those that are not there, are missing."""
        streams, numbers = zip(*places, strict=True) if (places := list(places)) else ((), ())
        rows = self.db.execute(
            SELECT_FACTS + "JOIN unnest(%s::uuid[], %s::int[]) AS wanted (stream, number) ON f.stream = wanted.stream AND f.number = wanted.number"
            " WHERE f.kind <> ALL(%s::int[])", (list(streams), list(numbers), self.hidden), binary=True,
        )  # fmt: skip
        return {(row[0], row[1]): recorded(row, self.catalogue.kinds) for row in rows}

    def looks(self, stream: UUID, *, before: int | None = None, limit: int = 50, withheld: bool = False) -> list[dict[str, Any]]:
        """Who looked and why, newest first: number, at, actor (with its team) and reason. Withheld ones only when asked for."""
        rows = self.db.execute(
            "SELECT number, at, actor, reason, cause, withheld FROM look WHERE stream = %s AND number < coalesce(%s::int, 2147483647)"
            " AND (NOT withheld OR %s) ORDER BY number DESC LIMIT %s",
            (stream, before, withheld, limit),
        ).fetchall()  # fmt: skip
        return [dict(zip(("number", "at", "actor", "reason", "cause", "withheld"), row, strict=True)) for row in rows]

    def now(self) -> datetime:
        (now,) = self.db.execute("SELECT clock_timestamp()").fetchone() or (None,)
        assert isinstance(now, datetime)
        return now

    def ages(self) -> Mapping[str, timedelta | None]:
        """How long ago each service line was last heard from."""
        (seconds,) = self.db.execute(
            "SELECT json_object_agg(line, extract(epoch FROM clock_timestamp() - heard)) FROM source_heard"
        ).fetchone() or (None,)
        return _ages(seconds)

    def execute(self, statement: str, parameters: Any = None) -> psycopg.Cursor[Any]:
        """A read of a room's own projection."""
        return self.db.execute(statement, parameters)
