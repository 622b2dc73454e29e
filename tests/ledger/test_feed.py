"""The feed: at least once, in order within a stream, with no gap whoever commits when; each effect happens once."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from customerview.config import database as where
from customerview.kernel import LONDON, Recorded
from customerview.ledger.bulk import load_streams
from customerview.ledger.feed import Cursor, read_feed, take_page
from tests.kernel.village import Registered, SendMessage


def drain(db, kinds, cursor, limit=7):
    facts = []
    while True:
        with db.transaction():
            page = read_feed(db, kinds, cursor, limit=limit)
        if not page.facts:
            return facts, cursor
        facts, cursor = facts + page.facts, page.cursor


def test_a_cursor_is_opaque_and_comes_back_the_same():
    cursor = Cursor(7, Cursor().stream, 3)
    assert Cursor.read(str(cursor)) == cursor
    assert Cursor.read("") == Cursor()
    with pytest.raises(ValueError, match="not a cursor"):
        Cursor.read("nonsense")


def test_readers_beside_writers_miss_nothing_and_see_each_stream_in_order(house, database):
    streams = [house.customer() for _ in range(4)]
    stop = threading.Event()
    seen: list[tuple] = []

    def write(who: int) -> None:
        for n in range(12):
            house.do(SendMessage(subject=f"{who}-{n}"), streams[(who + n) % 4])
        connection.close()

    def bulk() -> None:
        with database.connect("worker") as db:
            at = datetime.now(LONDON)
            new = []
            for _ in range(20):
                stream = uuid4()
                history = [Recorded(stream=stream, number=1, fact=Registered(name="B"), by="job:load", at=at, effective=at.date())]
                new.append((history, house.catalogue.fold.of(stream, history)))
            load_streams(db, house.catalogue, new)
            time.sleep(0.4)  # a long transaction, ended after many others

    def read() -> None:
        cursor = Cursor()
        with database.connect("worker", autocommit=True) as db:
            while True:
                last = stop.is_set()
                facts, cursor = drain(db, house.catalogue.kinds, cursor)
                seen.extend((f.stream, f.number) for f in facts)
                if last:
                    return

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(who,)) for who in range(4)] + [threading.Thread(target=bulk)]
    for t in [reader, *writers]:
        t.start()
    for t in writers:
        t.join()
    stop.set()
    reader.join()
    with database.connect("worker") as db:
        all_of_them = {tuple(r) for r in db.execute("SELECT stream, number FROM fact").fetchall()}
    assert len(seen) == len(set(seen)) and set(seen) == all_of_them
    for stream in streams:
        numbers = [n for s, n in seen if s == stream]
        assert numbers == sorted(numbers)


def test_an_effect_and_the_cursor_are_committed_together(house, database):
    ann = house.customer()
    house.do(SendMessage(subject="rent"), ann)
    with psycopg.connect(**where.administrator(database.name)) as admin:
        admin.execute("CREATE TABLE effect (stream uuid, number int, PRIMARY KEY (stream, number))")
        admin.execute("GRANT ALL ON effect TO cv_worker")

    def note(db, facts):
        for f in facts:
            db.execute("INSERT INTO effect VALUES (%s, %s)", (f.stream, f.number))

    def note_and_die(db, facts):
        note(db, facts)
        raise KeyboardInterrupt

    with database.using("worker"):
        with pytest.raises(KeyboardInterrupt):
            take_page("mirror", house.catalogue.kinds, note_and_die)
        while take_page("mirror", house.catalogue.kinds, note, limit=1):
            pass
        assert take_page("mirror", house.catalogue.kinds, note) == 0
    with database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM effect").fetchone() == db.execute("SELECT count(*) FROM fact").fetchone()
