"""Following and proving the ledger: the feed and `ledger verify`, each beside a bare scan of the same rows."""

from __future__ import annotations

from benchmarks.house import House, worker
from benchmarks.timing import Measure, rate
from customerview.instructions import catalogue
from customerview.ledger.feed import Cursor, read_feed
from customerview.ledger.verify import verify

PAGES = 20
LIMIT = 500


def feed(house: House) -> list[Measure]:
    """Facts a second to one reader, a page at a time, from the beginning."""
    kinds = catalogue().kinds

    def follow() -> int:
        with worker() as db, db.transaction():
            cursor, count = Cursor(), 0
            for _ in range(PAGES):
                page = read_feed(db, kinds, cursor, limit=LIMIT)
                cursor, count = page.cursor, count + len(page.facts)
            return count

    def scan() -> int:
        with worker() as db:
            return len(
                db.execute(
                    "SELECT f.stream, f.number, f.kind, f.at, f.effective, f.actor, f.cause, f.data, r.text FROM fact f"
                    " LEFT JOIN remembered r ON r.stream = f.stream AND r.number = f.number ORDER BY f.tx, f.stream, f.number LIMIT %s",
                    (PAGES * LIMIT,),
                    binary=True,
                ).fetchall()
            )

    return [rate("Feed, one reader", "facts/s", follow, "one bare query for the same rows", scan)]


def proof(house: House) -> list[Measure]:
    """Facts a second that `ledger verify` walks, every hash made again."""
    kinds = catalogue().kinds

    def walk() -> int:
        with worker() as db, db.transaction():
            found = verify(db, kinds)
            assert found.holds, found.findings[:3]
            return found.facts

    def scan() -> int:
        with worker() as db, db.transaction(), db.cursor(name="scan", binary=True) as cursor:
            cursor.itersize = 5_000
            cursor.execute("SELECT * FROM fact ORDER BY stream, number")
            return sum(1 for _ in cursor)

    return [rate("Verify every chain", "facts/s", walk, "read every fact in order", scan, times=1)]
