"""A word planted in every forgettable field of every kind there is: once erased, no table holds it, and the record still stands."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import psycopg

from customerview.config import database as where
from customerview.instructions import catalogue
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel import Actor, Fact, Recorded
from customerview.ledger import look, open_access, projections, reading
from customerview.ledger.bulk import load_streams
from customerview.ledger.contract import Change
from customerview.ledger.erase import erase
from customerview.ledger.verify import verify
from tests.golden.examples import example

PLANTED = "zephyrquartz"
KINDS_OF_TEXT = (str, bytes)


def planted(kind: type[Fact]) -> Fact:
    """An example of a kind with the word in each forgettable field that can hold it."""
    fact, held = example(kind), {}
    if hasattr(fact, "nation"):
        held["nation"] = "scotland"
    for name in kind.kind.forget:
        value = getattr(fact, name)
        if isinstance(value, str):
            held[name] = PLANTED
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            held[name] = (PLANTED,)
        elif isinstance(value, bytes) and name != "replacement_apart":
            held[name] = PLANTED.encode()
    return msgspec.structs.replace(fact, **held)


def everything(database) -> bytes:
    """All that any table of the database holds, jobs and sessions too, as text."""
    with psycopg.connect(**where.administrator(database.name)) as db:
        tables = [r[0] for r in db.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()]
        return b"".join(
            bytes(r[0]) for table in tables for r in db.execute(f"SELECT convert_to(t::text, 'UTF8') FROM \"{table}\" t").fetchall()
        )


def test_what_is_erased_is_in_no_table(own_database):
    house, stream, at = catalogue(), uuid4(), datetime(2026, 11, 24, 9, tzinfo=UTC)
    kinds = [
        CustomerRegistered,
        *(k for k in house.kinds.by_code.values() if k.kind.forget and k.__name__ not in ("FactCorrected", "CustomerRegistered")),
    ]
    history = [
        Recorded(stream=stream, number=n, fact=planted(kind), by="job:plant", at=at, effective=at.date())
        for n, kind in enumerate(kinds, start=1)
    ]
    record = house.fold.of(stream, history)
    with own_database.connect("worker") as db:
        load_streams(db, house, [(history, record)])
        change = Change(stream=stream, after=0, facts=history, record=record, owed=list(record.duties.open.values()), discharged=[])
        for project in projections():
            project(db, change)
    held = everything(own_database)
    assert PLANTED.encode() in held or PLANTED.encode().hex().encode() in held

    with own_database.connect("eraser") as db:
        erase(db, stream)

    held = everything(own_database).lower()
    for form in (PLANTED.encode(), PLANTED.encode().hex().encode()):
        assert form not in held
    colleague = Actor(kind="colleague", id="kim", roles=frozenset({"agent"}), tiers=frozenset({"safeguarding", "counter_fraud", "review"}))
    secret = open_access(colleague)
    look(secret, stream, colleague, reason="checking that nothing is left")
    with reading(secret, house, colleague) as view:
        assert view.record(stream).begun
        assert PLANTED not in str([msgspec.to_builtins(f.fact) for f in view.timeline(stream, limit=1000)])
    with own_database.connect("worker") as db:
        assert verify(db, house.kinds).holds
