"""An organisation's inbox: its pages, its searches and its feed, beside one bare look-up of a sent proof by its key.

Proofs of nobody fill the table, as many as were asked for, a twentieth of them in the one inbox that is read; the indexes of the table
are dropped meanwhile and made again.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

import psycopg

from benchmarks.house import House, settle, worker
from benchmarks.timing import Measure, beside
from customerview.config.database import administrator
from customerview.instructions import catalogue
from customerview.kernel import Actor
from customerview.ledger import open_access, reading
from customerview.organisations import find_sent, inbox_page, moved

OURS = UUID("0f3c9b52-5d0e-4a9b-8f8e-2f8f8a3e6b10")
FLOOR = "one bare look-up of a sent proof by its key"
BY = Actor(kind="organisation", id="S-1", body=str(OURS), acting_for=OURS, roles=frozenset({"organisation_reader"}))
FILL = """
    INSERT INTO inbox (organisation, sending, stream, proof, purpose, name, bare, family, born, received, expires, place)
    SELECT CASE WHEN n %% 20 = 0 THEN %(ours)s::uuid ELSE md5((n %% 400)::text)::uuid END, 'S' || n, md5('s' || n)::uuid, 'P' || n, 'council_tax',
        'Ann Example' || (n %% 9973), ' ann example' || (n %% 9973), ' example' || (n %% 9973), date '1940-01-01' + (n %% 24000)::int, now() - n * interval '1 second', current_date + 25, n %% 3
    FROM generate_series(%(first)s::bigint, %(last)s::bigint) n
"""


def inboxes(house: House, sizes: list[int]) -> list[Measure]:
    """The same pages, with ever more proofs around them and in the inbox itself."""
    found = []
    with psycopg.connect(**administrator(), autocommit=True) as db:
        db.execute(
            "INSERT INTO organisation VALUES (%s, 'A council', ' a council', 'council', '', 'verified', '{receive}', now()) ON CONFLICT DO NOTHING",
            (OURS,),
        )
    for size in sorted(sizes):
        _fill(size)
        settle("inbox")
        found += _measured(size)
    return found


def _measured(size: int) -> list[Measure]:
    secret, rules = open_access(BY), catalogue()

    def view(read):
        def run(turn: int) -> None:
            with reading(secret, rules, BY) as seen:
                assert read(seen, turn)

        return run

    def deep(seen, turn: int):
        return inbox_page(seen, after=middle).entries

    with reading(secret, rules, BY) as seen:
        page = inbox_page(seen, most=5_000)
        middle, feed = page.next or "", moved(seen, most=1_000).next
    asked = {
        "First page of an inbox": lambda seen, turn: inbox_page(seen).entries,
        "A page 5,000 proofs further": deep if middle else lambda seen, turn: True,
        "Find by the proof's reference": lambda seen, turn: find_sent(seen, proof=f"P{20 * (1 + turn)}"),
        "Find by name": lambda seen, turn: find_sent(seen, name=f"ann example{20 * (1 + turn) % 9973}"),
        "Find by family name": lambda seen, turn: find_sent(seen, name=f"example{20 * (1 + turn) % 9973}"),
        "Find by date of birth": lambda seen, turn: find_sent(seen, born=date.fromordinal(date(1940, 1, 1).toordinal() + 20 * (1 + turn) % 24000)),
        "The feed, 100 at a time": lambda seen, turn: moved(seen, after=feed).next,
    }  # fmt: skip
    with worker() as db:

        def floor(turn: int) -> None:
            assert db.execute(
                "SELECT name FROM inbox WHERE organisation = %s AND sending = %s", (OURS, f"S{20 * (1 + turn)}"), binary=True
            ).fetchone()

        return [beside(f"{name} ({size:,} proofs sent)", view(read), FLOOR, floor, times=200) for name, read in asked.items()]


def _fill(size: int) -> None:
    """Sent proofs of nobody, up to this many in all, the indexes made afterwards: all of it or nothing."""
    with psycopg.connect(**administrator()) as db:
        (there,) = db.execute("SELECT count(*) FROM inbox").fetchone()
        made = [
            row[0]
            for row in db.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'inbox' AND indexname <> 'inbox_pkey'").fetchall()
        ]
        for (name,) in db.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'inbox' AND indexname <> 'inbox_pkey'").fetchall():
            db.execute(f"DROP INDEX {name}")
        for first in range(there + 1, size + 1, 500_000):
            db.execute(FILL, {"ours": OURS, "first": first, "last": min(first + 499_999, size)})
        db.execute("SET maintenance_work_mem = '1GB'")
        for statement in made:
            db.execute(statement)
