"""For whom a body acts is made again from the facts, and forgotten with the person."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from customerview.instructions import catalogue
from customerview.kernel import job
from customerview.ledger.rebuild import rebuild
from customerview.linkage.acted_for import forget

from .test_between_people import KNOWN, act


def test_the_list_is_made_again_from_the_facts_and_forgotten_with_the_person(people):
    rhian, body = people.register(), uuid4()
    act(people, "record_authority", rhian, job("story"), authority="B-1", type="corporate_appointee", holder=str(body), name="Anytown Council",
        starts=date(2026, 1, 5), all_lines=True, **KNOWN)  # fmt: skip
    with people.database.connect("worker") as db:
        before = db.execute("SELECT * FROM acted_for").fetchall()
        assert [(row[0], row[1], row[2]) for row in before] == [(body, rhian, "B-1")]
        rebuild(db, catalogue(), ("customerview.linkage.acted_for.project",))
        assert db.execute("SELECT * FROM acted_for").fetchall() == before
        forget(db, rhian)
        assert db.execute("SELECT count(*) FROM acted_for").fetchone() == (0,)
