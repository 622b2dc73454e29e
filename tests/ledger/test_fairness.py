"""Those with the most contacts are those most in need: what a page or an action costs does not grow with a person's history."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.utils import timezone

from customerview.kernel import Recorded
from customerview.ledger import look, reading
from customerview.ledger.bulk import ALONG, load_streams
from customerview.ledger.rows import recorded
from tests.kernel.village import AGENT, Attempt, Attempted, Registered

LENGTHS = (10, 1_000, 10_000)


@pytest.fixture(scope="module")
def lives(database):
    """Customers with short, long and very long histories."""
    from tests.ledger.conftest import House

    house = House()
    start = timezone.now() - timedelta(days=2000)
    made = {}
    with database.connect("worker") as db:
        for length in LENGTHS:
            stream = uuid4()
            facts = [Registered(name="Ann"), *(Attempted(route=str(n)) for n in range(length - 1))]
            history = [
                Recorded(stream=stream, number=n, fact=f, by="job:load", at=start + timedelta(hours=n), effective=start.date())
                for n, f in enumerate(facts, start=1)
            ]
            load_streams(db, house.catalogue, [(history, house.catalogue.fold.of(stream, history))])
            made[length] = (stream, history)
    for stream, _ in made.values():
        look(house.secret, stream, AGENT, reason="measuring")
    return house, made


class Counted:
    """Counts the statements sent and the facts decoded while it is open."""

    def __init__(self, monkeypatch) -> None:
        self.statements = self.facts = 0
        execute = psycopg.Connection.execute

        def counting(connection, *args, **kwargs):
            self.statements += 1
            return execute(connection, *args, **kwargs)

        def decoding(row, kinds):
            self.facts += 1
            return recorded(row, kinds)

        monkeypatch.setattr(psycopg.Connection, "execute", counting)
        monkeypatch.setattr("customerview.ledger.view.recorded", decoding)


def test_reading_a_record_takes_the_same_statements_and_few_facts_however_long_the_history(lives, monkeypatch):
    house, made = lives
    counts = {}
    for length, (stream, history) in made.items():
        with monkeypatch.context() as patch:
            counted = Counted(patch)
            with reading(house.secret, house.catalogue) as view:
                record = view.record(stream)
                view.timeline(stream)
        assert house.catalogue.fold.keep(record) == house.catalogue.fold.keep(house.catalogue.fold.of(stream, history))
        counts[length] = counted
    assert len({c.statements for c in counts.values()}) == 1
    assert all(c.facts <= 30 for c in counts.values())


def test_as_it_was_known_long_ago_is_as_quick(lives, monkeypatch):
    house, made = lives
    stream, history = made[10_000]
    then = history[6_000]
    counted = Counted(monkeypatch)
    with reading(house.secret, house.catalogue) as view:
        record = view.record(stream, known=then.at)
    assert record.number == 6_001
    assert counted.facts <= ALONG
    assert house.catalogue.fold.keep(record) == house.catalogue.fold.keep(house.catalogue.fold.of(stream, history[:6_001]))


def test_an_action_takes_the_same_statements_however_long_the_history(lives, monkeypatch):
    house, made = lives
    counts = set()
    for stream, _ in made.values():
        with monkeypatch.context() as patch:
            counted = Counted(patch)
            house.do(Attempt(route="phone"), stream)
        counts.add(counted.statements)
        assert counted.facts <= 100
    assert len(counts) == 1
