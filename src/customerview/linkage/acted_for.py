"""The customers a body acts for, and what needs its attention, money first: kept in step in the transaction that changes a record.

What is said of a customer here is what whoever acts may see: nothing that safety holds back, and of other lines' business nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
import psycopg
from psycopg.types.json import Jsonb

from customerview.instructions.representatives.facts import (
    AuthorityChanged,
    AuthorityDisputed,
    AuthorityDisputeSettled,
    AuthorityEnded,
    AuthorityRecorded,
)
from customerview.instructions.representatives.slices import Authority
from customerview.kernel import LONDON, Record
from customerview.kernel.facts import FactCorrected
from customerview.ledger import Change, View
from customerview.ledger.bulk import copy_rows

BODIES = ("corporate_appointee", "attorney", "deputy")
"""The roles in which an organisation acts: a council's team, a firm of solicitors."""
ABOUT_ACTING = (AuthorityRecorded, AuthorityChanged, AuthorityDisputed, AuthorityDisputeSettled, AuthorityEnded, FactCorrected)
COLUMNS = "body, person, authority, name, born, starts, ends, urgency, attention"
TYPES = ("uuid", "uuid", "text", "text", "date", "date", "date", "int2", "jsonb")
A_PAGE = 50


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """How many of what: awards stopped or held, payments missed or sent back, messages that ask for something, messages not opened."""

    stopped: int = 0
    astray: int = 0
    asks: int = 0
    new: int = 0

    @property
    def urgency(self) -> int:
        return next((n for n, many in enumerate((self.stopped, self.astray, self.asks, self.new)) if many), 4)


class ActedFor(msgspec.Struct, frozen=True, kw_only=True):
    """One customer a body acts for today."""

    person: UUID
    name: str
    born: date | None
    attention: Attention


def attention(record: Record, held: Authority) -> Attention:
    """What needs the attention of whoever acts, within what they were given."""
    seen = record.seen_by(frozenset(), representative=True)
    stopped = {a for a in seen.suspensions.open if seen.suspensions.stopped(a)} | set(seen.suspensions.holds)
    unopened = [m for m in seen.messages.unopened.values() if held.covers(m.line)]
    return Attention(
        stopped=sum(held.covers(seen.awards.line_of(award)) for award in stopped),
        astray=sum(held.covers(seen.awards.line_of(p.award)) for p in seen.payments.wrong.values()),
        asks=sum(m.needs_action for m in unopened), new=len(unopened),
    )  # fmt: skip


def rows(record: Record) -> list[tuple[Any, ...]]:
    """A row for each body that acts for this customer, or will; none while it is suspected, and none after a death."""
    if record.death.status == "verified":
        return []
    return [
        (body, record.stream, a.authority, str(record.person.name or ""), record.person.born, a.starts, a.ends, told.urgency,
         Jsonb(msgspec.to_builtins(told)))
        for a in record.authority.held.values()
        if a.type in BODIES and not a.suspected and (body := _organisation(a.holder)) and (told := attention(record, a))
    ]  # fmt: skip


def _organisation(holder: str) -> UUID | None:
    try:
        return UUID(holder)
    except ValueError:
        return None  # known by name only: nobody can sign in for it


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Put the rows right. A customer for whom no body acts, and none did, costs nothing."""
    if "authority" not in change.record.slices:  # a house without this chapter
        return
    found = rows(change.record)
    if found or any(isinstance(f.fact, ABOUT_ACTING) for f in change.facts) or change.record.death.reported:
        db.execute("DELETE FROM acted_for WHERE person = %s", (change.stream,))
    for row in found:
        db.execute(f"INSERT INTO acted_for ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", row)


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    copy_rows(
        db, "acted_for", COLUMNS, TYPES, [row for change in changes if "authority" in change.record.slices for row in rows(change.record)]
    )


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM acted_for")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """Nobody acts for somebody who was forgotten."""
    db.execute("DELETE FROM acted_for WHERE person = %s", (stream,))


def people_of(view: View, body: UUID, *, named: str = "", person: UUID | None = None, page: int = 1) -> tuple[list[ActedFor], bool]:
    """A page of the customers a body acts for today, money stopped first; and whether there are more. By a part of the name, if given."""
    today = datetime.now(LONDON).date()
    found = view.execute(
        "SELECT person, min(name), min(born), (array_agg(attention::text ORDER BY urgency))[1] FROM acted_for WHERE body = %s AND starts <= %s"
        " AND (ends IS NULL OR ends >= %s) AND (%s::uuid IS NULL OR person = %s) AND strpos(lower(name), lower(%s)) > 0 GROUP BY person"
        " ORDER BY min(urgency), min(name), person LIMIT %s OFFSET %s",
        (body, today, today, person, person, named, A_PAGE + 1, (page - 1) * A_PAGE),
    ).fetchall()  # fmt: skip
    told = [ActedFor(person=p, name=n, born=b, attention=msgspec.json.decode(a, type=Attention)) for p, n, b, a in found[:A_PAGE]]
    return told, len(found) > A_PAGE
