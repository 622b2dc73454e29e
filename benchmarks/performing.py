"""Doing something: `perform`, beside a bare transaction that inserts the very rows it wrote, with the same login and row security."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from benchmarks.house import House
from benchmarks.timing import Measure, beside
from customerview.config.database import administrator
from customerview.instructions import catalogue
from customerview.kernel import Action, Actor
from customerview.ledger import PostgresLedger, look, open_access, writing
from customerview.perform import perform


class Kept:
    """A connection that notes every statement which writes, with its values, and passes everything on."""

    def __init__(self, db: Any, notes: list[tuple[str, Any, bool]]) -> None:
        self.db, self.notes = db, notes

    def execute(self, statement: str, values: Any = None, **more: Any) -> Any:
        if not statement.lstrip().upper().startswith("SELECT"):
            self.notes.append((statement, values, False))
        return self.db.execute(statement, values, **more)

    @contextmanager
    def cursor(self, *args: Any, **more: Any):
        with self.db.cursor(*args, **more) as cursor:
            yield _KeptCursor(cursor, self.notes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.db, name)


class _KeptCursor:
    def __init__(self, cursor: Any, notes: list[tuple[str, Any, bool]]) -> None:
        self.cursor, self.notes = cursor, notes

    def executemany(self, statement: str, rows: Any) -> None:
        rows = list(rows)
        self.notes.append((statement, rows, True))
        self.cursor.executemany(statement, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)


class Desk:
    """A colleague's session that has looked at the customers, and what each of their actions wrote."""

    def __init__(self, house: House, by: Actor, customers: int = 60) -> None:
        self.by, self.secret, self.rules = by, open_access(by), catalogue()
        self.streams = house.streams[:customers]
        self.nobodies = [uuid4() for _ in self.streams]
        """The bare rows are written to records that are nobody's, so that those of the customers stay whole."""
        self.numbers = itertools.count(1)
        for stream in (*self.streams, *self.nobodies):
            look(self.secret, stream, by, reason="a measurement")
        self.ledger = writing(self.secret, self.rules)

    def do(self, action: Action, turn: int, ledger: PostgresLedger | None = None) -> Any:
        return perform(action, on=self.streams[turn % len(self.streams)], by=self.by, ledger=ledger or self.ledger, catalogue=self.rules)

    def wrote(self, action: Action) -> list[tuple[str, Any, bool]]:
        """The statements by which one doing writes."""
        notes: list[tuple[str, Any, bool]] = []
        inner = self.ledger._transaction

        @contextmanager
        def noted():
            with inner() as db:
                yield Kept(db, notes)

        self.do(action, 0, PostgresLedger(self.rules, noted, self.ledger.projections))
        return notes

    def bare(self, notes: list[tuple[str, Any, bool]], turn: int) -> None:
        """The same rows in a bare transaction, under numbers of their own."""
        stream, number = self.nobodies[turn % len(self.nobodies)], next(self.numbers)
        with self.ledger._transaction() as db:
            for statement, values, many in notes:
                if many:
                    with db.cursor() as cursor:
                        cursor.executemany(statement, [_moved(row, self.streams[0], stream, number) for row in values])
                else:
                    db.execute(statement, _moved(values, self.streams[0], stream, number))


def _moved(values: Any, was: UUID, stream: UUID, turn: int) -> Any:
    if isinstance(values, dict):
        return {name: _place(v, was, stream, turn, name) for name, v in values.items()}
    return tuple(_place(v, was, stream, turn, str(n)) for n, v in enumerate(values))


def _place(value: Any, was: UUID, stream: UUID, turn: int, name: str) -> Any:
    if value == was:
        return stream
    if name == "1" and isinstance(value, int):  # the number of a fact
        return turn * 100 + value % 100
    if name == "id" and isinstance(value, list):  # the ids of duties
        return [f"{v}-{turn}" for v in value]
    return value


def acts(house: House) -> list[Measure]:
    """One thing done by a colleague, and by the customer's own message, which opens a duty."""
    from benchmarks.things_done import AGENT, things

    desk = Desk(house, AGENT)
    try:
        return [_beside_bare(desk, name, action) for name, action in things().items()]
    finally:
        forget(desk.nobodies)


def _beside_bare(desk: Desk, name: str, action: Action) -> Measure:
    notes = desk.wrote(action)
    return beside(
        f"Perform: {name}", lambda turn: desk.do(action, turn),
        "a bare transaction inserting the same rows", lambda turn: desk.bare(notes, turn), times=300,
    )  # fmt: skip


def forget(streams: list[UUID]) -> None:
    """Take the bare rows away again: they are no chain. Only the server's administrator can, and only by setting its triggers aside."""
    with psycopg.connect(**administrator(), autocommit=True) as owner:
        owner.execute("SET session_replication_role = replica")
        for table in ("fact", "remembered", "snapshot", "asking", "look", "open_duty", "owed_to", "person_index"):
            owner.execute(sql.SQL("DELETE FROM {} WHERE stream = ANY(%s)").format(sql.Identifier(table)), (streams,))
