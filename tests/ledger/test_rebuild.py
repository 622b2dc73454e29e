"""What follows from the facts can be dropped and made again, the same, on any later day."""

from __future__ import annotations

import sys
from types import ModuleType

from customerview.ledger.rebuild import rebuild
from tests.kernel.village import AnswerMessage, Attempt, SendMessage


def test_projections_and_snapshots_rebuilt_later_equal_the_live_ones(house, database, monkeypatch):
    live: dict[tuple, tuple] = {}
    projection = ModuleType("projection")

    def project(db, change):
        for owed in change.owed:
            live[change.stream, owed.id] = (owed.due, owed.owner)
        for gone in change.discharged:
            live.pop((change.stream, gone), None)

    projection.project, projection.clear = project, lambda db: live.clear()
    monkeypatch.setitem(sys.modules, "projection", projection)
    monkeypatch.setattr("customerview.ledger.access.projections", lambda: (project,))
    for _ in range(3):
        customer = house.customer()
        for n in range(4):
            sent = house.do(SendMessage(subject=f"about {n}"), customer).facts[0].number
            if n % 2:
                house.do(AnswerMessage(message=sent), customer)
    for n in range(120):
        house.do(Attempt(route=str(n)), customer)
    before = dict(live)
    live["a stale row", ""] = ("", "")
    with database.connect("worker") as db:
        kept = db.execute("SELECT count(*) FROM snapshot").fetchone()
        assert rebuild(db, house.catalogue, ("projection.project",)) == 3
        assert db.execute("SELECT count(*) FROM snapshot").fetchone() == kept
    assert live == before and len(before) == 6
