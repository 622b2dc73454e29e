"""The feed: every fact, at least once, in order within a stream, with no gap under concurrent commits or bulk loads.

Order is (transaction, stream, number). A page ends before the oldest transaction still under way, so that nothing can appear
behind a cursor. Cursors are opaque to whoever holds them.
"""

from __future__ import annotations

import base64
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
from django.db import connection, transaction

from customerview.kernel import FactKinds, Recorded

from .rows import SELECT_FACTS, recorded

_SHAPE = ">Q16si"


class Cursor(NamedTuple):
    """A place in the feed: after this fact."""

    tx: int = 0
    stream: UUID = UUID(int=0)
    number: int = 0

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(struct.pack(_SHAPE, self.tx, self.stream.bytes, self.number)).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Cursor:
        """From what a reader was given; "" is the beginning. Raises ValueError for anything else."""
        if not text:
            return cls()
        try:
            tx, stream, number = struct.unpack(_SHAPE, base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except (struct.error, ValueError) as error:
            raise ValueError("This is not a cursor of the feed.") from error
        return cls(tx, UUID(bytes=stream), number)


class Page(NamedTuple):
    """Facts in order, and the cursor after the last of them."""

    facts: list[Recorded]
    cursor: Cursor


def read_feed(
    db: psycopg.Connection[Any], kinds: FactKinds, after: Cursor, *, limit: int = 500, codes: list[int] | None = None
) -> Page:  # fmt: skip
    """The next page after a cursor, of the kinds with these codes when given. An empty page leaves the cursor where it was."""
    rows = db.execute(
        "SELECT f.stream, f.number, f.kind, f.at, f.effective, f.actor, f.cause, f.data, r.text, f.tx::text::bigint"
        " FROM fact f LEFT JOIN remembered r ON r.stream = f.stream AND r.number = f.number"
        " WHERE (f.tx, f.stream, f.number) > (%s::text::xid8, %s, %s) AND f.tx < pg_snapshot_xmin(pg_current_snapshot())"
        " AND (%s::int[] IS NULL OR f.kind = ANY(%s::int[])) ORDER BY f.tx, f.stream, f.number LIMIT %s",
        (str(after.tx), after.stream, after.number, codes, codes, limit), binary=True,
    ).fetchall()  # fmt: skip
    if not rows:
        return Page([], after)
    return Page([recorded(r, kinds) for r in rows], Cursor(rows[-1][9], rows[-1][0], rows[-1][1]))


def every(db: psycopg.Connection[Any], kinds: FactKinds, code: int) -> Iterator[Recorded]:
    """Every fact of one kind that this transaction sees, stream by stream: for proofs, not for readers, who keep a place."""
    with db.cursor(name="every", binary=True) as cursor:
        cursor.itersize = 5_000
        cursor.execute(SELECT_FACTS + "WHERE f.kind = %s ORDER BY f.stream, f.number", (code,))
        for row in cursor:
            yield recorded(row, kinds)


def take_page(
    name: str, kinds: FactKinds, effect: Callable[[psycopg.Connection[Any], list[Recorded]], None], *,
    limit: int = 500, codes: list[int] | None = None,
) -> int:  # fmt: skip
    """One page for a named reader: its effect and its cursor are committed together, so each effect happens once.

    A reader is a loop around this. Returns how many facts were taken; 0 means that it has caught up. Two processes with the
    same name take turns.
    """
    with transaction.atomic():
        db = connection.connection
        db.execute("INSERT INTO reader (name, tx, stream, number) VALUES (%s, '0', %s, 0) ON CONFLICT DO NOTHING", (name, UUID(int=0)))
        row = db.execute("SELECT tx::text::bigint, stream, number FROM reader WHERE name = %s FOR UPDATE", (name,)).fetchone()
        page = read_feed(db, kinds, Cursor(*row), limit=limit, codes=codes)
        if page.facts:
            effect(db, page.facts)
            db.execute(
                "UPDATE reader SET tx = %s::text::xid8, stream = %s, number = %s, moved = now() WHERE name = %s",
                (str(page.cursor.tx), page.cursor.stream, page.cursor.number, name),
            )
        return len(page.facts)


def follow(take: Callable[[], int], stop: threading.Event, *, pause: float = 1.0) -> None:
    """Take page after page until `stop` is set; wait so many seconds whenever there was none."""
    while not stop.is_set():
        if not take():
            stop.wait(pause)
