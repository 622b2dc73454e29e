"""Reading one customer: loading and folding the record, beside reading one row by its key."""

from __future__ import annotations

from benchmarks.house import House, worker
from benchmarks.timing import Measure, beside
from customerview.instructions import catalogue
from customerview.ledger import View


def record(house: House) -> list[Measure]:
    """The whole record, folded: as every page and every action loads it."""
    rules = catalogue()
    with worker() as db:
        view = View(db, rules)

        def fold(turn: int) -> None:
            assert view.record(house.stream(turn)).begun

        return [beside("Load and fold one record", fold, "read one row by its key", one_row(db, house))]


def one_row(db, house: House):
    """The least that reading anything from the ledger costs."""

    def read(turn: int) -> None:
        db.execute(
            "SELECT kind, at, effective, actor, cause, data, remembers, hash FROM fact WHERE stream = %s AND number = 1",
            (house.stream(turn),), binary=True,
        ).fetchone()  # fmt: skip

    return read


def longest(house: House) -> list[Measure]:
    """The record of somebody with the longest history there is: it should cost what anybody's costs."""
    rules = catalogue()
    with worker() as db:
        found = db.execute("SELECT stream FROM snapshot GROUP BY stream ORDER BY max(number) DESC LIMIT 20", binary=True).fetchall()
        streams = [row[0] for row in found] or house.streams
        view = View(db, rules)
        long = House(house.customers, streams)
        return [
            beside(
                "Load and fold the longest records",
                lambda turn: view.record(long.stream(turn)),
                "read one row by its key",
                one_row(db, long),
            )
        ]
