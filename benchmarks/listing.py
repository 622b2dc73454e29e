"""Lists of work: the first page of a team's open duties, beside reading twenty rows by an index; with however many are open."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg

from benchmarks.house import House, settle, worker
from benchmarks.timing import Measure, beside
from customerview.instructions import catalogue
from customerview.ledger import View
from customerview.work import team_work

MANY = 100_000
MORE = "~measured"
"""By this the duties added here are known, and taken away again."""


def lists(house: House) -> list[Measure]:
    """Teams in turn; with the duties that are open, and with 100,000."""
    with worker() as db:
        found = _first_page(db, "as many as there are")
        try:
            db.execute(
                "INSERT INTO open_duty (stream, id, duty, rule, per, opened, begins, due, due_at, late_from, owner, person, offered_to, harm,"
                " values, waits) SELECT stream, id || %s || n, duty, rule, per, opened, begins, due, due_at, late_from - n * interval '1 minute',"
                " owner, person, offered_to, harm, values, waits FROM open_duty, generate_series(1, %s) AS n LIMIT %s",
                (MORE, MANY, max(0, MANY - int(found[0].median))),
            )
            settle("open_duty")
            return [*found, *_first_page(db, "100,000")]
        finally:
            db.execute("DELETE FROM open_duty WHERE id LIKE %s", (f"%{MORE}%",))
            settle("open_duty")


def _first_page(db: psycopg.Connection[Any], open_now: str) -> list[Measure]:
    rules, now = catalogue(), datetime.now(UTC)
    view = View(db, rules)
    count = db.execute("SELECT count(*) FROM open_duty").fetchone()[0]
    owners = [row[0] for row in db.execute("SELECT owner FROM open_duty GROUP BY owner ORDER BY count(*) DESC LIMIT 20").fetchall()]

    def page(turn: int) -> None:
        assert team_work(view, [owners[turn % len(owners)]], now).work

    def rows(turn: int) -> None:
        db.execute(
            "SELECT * FROM open_duty WHERE NOT waits AND owner = %s ORDER BY harm, late_from, stream, id LIMIT 20",
            (owners[turn % len(owners)],),
        ).fetchall()

    return [
        Measure(f"Open duties ({open_now})", count, count, "open"),
        beside(f"First page of a team's open duties ({open_now})", page, "twenty rows of the same table by its index", rows),
    ]
