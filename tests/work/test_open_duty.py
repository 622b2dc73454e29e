"""Open duties as rows: in step with the facts, made again the same, and seen by whom they should be."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection, transaction

from customerview.ledger import open_access, writing
from customerview.ledger.contract import Change
from customerview.ledger.rebuild import histories, rebuild
from customerview.perform import perform
from customerview.work import open_duty
from tests.kernel.village import AnswerMessage, Attempt, SendMessage
from tests.ledger.conftest import customer_of

PROJECTION = "customerview.work.open_duty.project"


def rows(database, stream=None):
    with database.connect("worker") as db:
        found = db.execute("SELECT * FROM open_duty ORDER BY stream, id").fetchall()
    return [r for r in found if stream in (None, r[0])]


def test_a_duty_is_a_row_from_the_fact_that_opens_it_to_the_fact_that_meets_it(house, database):
    ann = house.customer()
    sent = house.do(SendMessage(subject="rent"), ann).facts[0]
    (row,) = rows(database, ann)
    assert (row[1], row[2], row[10], row[14]) == (
        f"answer_message-{sent.number}",
        "answer_message",
        "village.case",
        {"subject": "rent"},
    )
    house.do(AnswerMessage(message=sent.number), ann)
    assert rows(database, ann) == []


def test_rows_made_again_from_the_facts_are_the_same(house, database):
    ann, bob = house.customer(), house.customer()
    first = house.do(SendMessage(subject="rent"), ann).facts[0]
    house.do(SendMessage(subject="heating"), ann)
    house.do(SendMessage(subject="rent"), bob)
    house.do(AnswerMessage(message=first.number), ann)
    live = rows(database)
    with database.connect("worker") as db:
        rebuild(db, house.catalogue, (PROJECTION,))
    assert rows(database) == live != []


def test_a_bulk_load_makes_the_same_rows(house, database):
    ann = house.customer()
    house.do(SendMessage(subject="rent"), ann)
    live = rows(database)
    with database.connect("worker") as db:
        changes = []
        for stream, history in histories(db, house.catalogue):
            record = house.catalogue.fold.of(stream, history)
            owed = list(record.duties.open.values())
            changes.append(Change(stream=stream, after=0, facts=history, record=record, owed=owed, discharged=[]))
        open_duty.clear(db)
        open_duty.load(db, changes)
    assert rows(database) == live != []


def test_a_customer_sees_what_is_owed_to_them_and_nobody_else(house, database):
    ann, bob = house.customer(), house.customer()
    house.do(SendMessage(subject="rent"), bob)
    secret = open_access(customer_of(ann))
    perform(
        SendMessage(subject="heating"),
        on=ann,
        by=customer_of(ann),
        ledger=writing(secret, house.catalogue),
        catalogue=house.catalogue,
    )
    with transaction.atomic():
        connection.connection.execute("SELECT set_config('customerview.token', %s, true)", (secret,))
        assert {r[0] for r in connection.connection.execute("SELECT stream FROM open_duty").fetchall()} == {ann}
        assert connection.connection.execute("DELETE FROM open_duty WHERE stream = %s", (bob,)).rowcount == 0
    with pytest.raises(psycopg.errors.InsufficientPrivilege), transaction.atomic():
        connection.connection.execute("SELECT set_config('customerview.token', %s, true)", (secret,))
        connection.connection.execute(
            "INSERT INTO open_duty SELECT %s, 'x', 'd', 'd', '', now(), now(), now(), NULL, now(), 'o', '', '', 3, '{}', false",
            (bob,),
        )


def test_without_a_secret_nothing_is_seen(house, database):
    house.do(SendMessage(subject="rent"), house.customer())
    with database.connect("web") as db:
        assert db.execute("SELECT count(*) FROM open_duty").fetchone()[0] == 0


def test_what_opens_nothing_costs_no_statement(house, monkeypatch):
    ann = house.customer()
    sent: list[str] = []
    execute = psycopg.Connection.execute
    monkeypatch.setattr(psycopg.Connection, "execute", lambda c, q, *a, **k: sent.append(str(q)) or execute(c, q, *a, **k))
    house.do(Attempt(), ann)
    assert not [q for q in sent if "open_duty" in q]


def test_a_forgotten_persons_work_stays_without_their_name(house, database, pile):
    from uuid import UUID

    stream = UUID(pile.add(name="Planted Name", need="planted need"))
    with pile.database.connect("eraser") as db:
        open_duty.forget(db, stream)
    with pile.database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM owed_to").fetchone()[0] == 0
        assert db.execute("SELECT count(*) FROM open_duty").fetchone()[0] == 1
