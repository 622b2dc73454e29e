"""The village office, its open duties kept in the database."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from customerview.kernel import LONDON, Actor
from customerview.ledger import reading
from tests.kernel.village import AGENT
from tests.ledger.conftest import House

KIM = Actor(kind="colleague", id="kim", roles=frozenset({"agent"}), teams=("village.case",), line="VILLAGE")


@pytest.fixture
def house(database) -> House:
    return House()


class Pile:
    """Open duties by the row, for tests about lists; rows like those that facts would have made."""

    def __init__(self, database, house: House) -> None:
        self.database, self.house = database, house

    def add(self, *, owner="village.case", person="", harm=3, due_in=3, opened_ago=10, name="", duty="answer_message", **more) -> str:
        stream, now = uuid4(), timezone.now()
        due = now.astimezone(LONDON).date() + timedelta(days=due_in)
        begins = now.astimezone(LONDON).date() + timedelta(days=more.pop("begins_in", -1 if not more.get("waits") else 0))
        late_from = more.pop("late_from", None)
        with self.database.connect("worker") as db:
            db.execute(
                "INSERT INTO open_duty VALUES (%s, %s, %s, %s, '', %s, %s, %s, NULL,"
                " coalesce(%s::timestamptz, (%s::date + 1)::timestamp AT TIME ZONE 'Europe/London'), %s, %s, %s, %s, %s::jsonb, %s)",
                (stream, f"{duty}-1", duty, duty, now - timedelta(days=opened_ago), begins, due, late_from, due,
                 owner, person, more.pop("offered_to", ""), harm, '{"subject": "rent"}', more.pop("waits", False)),
            )  # fmt: skip
            if name:
                db.execute(
                    "INSERT INTO owed_to VALUES (%s, %s, %s, %s, 'scotland')",
                    (stream, name, more.pop("need", ""), more.pop("tier", "")),
                )
        return str(stream)

    def read(self, ask, *args, **more):
        with reading(self.house.secret, self.house.catalogue) as view:
            return ask(view, *args, **more)

    def rows_read(self, ask, *args, **more) -> int:
        """How many open duties the database touches to answer, thrown away or not."""
        with reading(self.house.secret, self.house.catalogue) as view:
            watched = Watched(view)
            ask(watched, *args, **more)
            return watched.touched


class Watched:
    """A view that asks the database how it went about each read."""

    def __init__(self, view) -> None:
        self.view, self.touched = view, 0

    def execute(self, statement, parameters=None):
        (plan,) = self.view.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).fetchone()
        self.touched += self._touched(plan[0]["Plan"])
        return self.view.execute(statement, parameters)

    def _touched(self, node) -> int:
        own = (
            node.get("Relation Name") == "open_duty"
            and (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        )
        return int(own or 0) + sum(self._touched(n) for n in node.get("Plans", ()))


@pytest.fixture
def pile(own_database) -> Pile:
    return Pile(own_database, House())


@pytest.fixture
def agent() -> Actor:
    return AGENT
