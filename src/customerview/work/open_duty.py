"""The projection of open duties: written in the transaction that appends the facts, made again from them at will.

`ledger rebuild` calls `clear` and `project`; a bulk load calls `load`. Whichever way, the rows are the same.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import psycopg
from psycopg.types.json import Jsonb

from customerview.kernel import LONDON, Owed
from customerview.ledger.bulk import copy_rows
from customerview.ledger.contract import Change

from .owed_to import OwedTo, bears_on, owed_to

DUTY_TYPES = (
    "uuid", "text", "text", "text", "text", "timestamptz", "date", "date", "timestamptz", "timestamptz", "text", "text", "text", "int2",
    "jsonb", "bool",
)  # fmt: skip
DUTY_COLUMNS = "stream, id, duty, rule, per, opened, begins, due, due_at, late_from, owner, person, offered_to, harm, values, waits"
OWED_TO_TYPES = ("uuid", "text", "text", "text", "text")
OWED_TO_COLUMNS = "stream, name, need, tier, nation"

# One round trip: what was discharged goes, what was opened or moved is written, and the line of who it is about follows.
STEP = """
    WITH gone AS (DELETE FROM open_duty WHERE stream = %(stream)s AND id = ANY(%(discharged)s::text[])),
    about AS (
        INSERT INTO owed_to AS o (stream, name, need, tier, nation) SELECT %(stream)s, %(name)s, %(need)s, %(tier)s, %(nation)s
        WHERE %(any_open)s::boolean
        ON CONFLICT (stream) DO UPDATE SET name = excluded.name, need = excluded.need, tier = excluded.tier, nation = excluded.nation
        WHERE (o.name, o.need, o.tier, o.nation) IS DISTINCT FROM (excluded.name, excluded.need, excluded.tier, excluded.nation)
    ),
    nobody AS (DELETE FROM owed_to WHERE stream = %(stream)s AND NOT %(any_open)s::boolean)
    INSERT INTO open_duty (stream, id, duty, rule, per, opened, begins, due, due_at, late_from, owner, person, offered_to, harm, values,
        waits)
    SELECT %(stream)s, id, duty, rule, per, opened, begins, due, due_at, late_from, owner, person, offered_to, harm, "values"::jsonb, waits
    FROM unnest(
        %(id)s::text[], %(duty)s::text[], %(rule)s::text[], %(per)s::text[], %(opened)s::timestamptz[], %(begins)s::date[],
        %(due)s::date[], %(due_at)s::timestamptz[], %(late_from)s::timestamptz[], %(owner)s::text[], %(person)s::text[],
        %(offered_to)s::text[], %(harm)s::smallint[], %(values)s::text[], %(waits)s::boolean[]
    ) AS written (id, duty, rule, per, opened, begins, due, due_at, late_from, owner, person, offered_to, harm, "values", waits)
    ON CONFLICT (stream, id) DO UPDATE SET due = excluded.due, due_at = excluded.due_at, late_from = excluded.late_from,
        owner = excluded.owner, person = excluded.person, offered_to = excluded.offered_to, harm = excluded.harm,
        begins = excluded.begins, values = excluded.values, waits = excluded.waits
"""


class Row(NamedTuple):
    """One open duty, in the order of its columns."""

    stream: UUID
    id: str
    duty: str
    rule: str
    per: str
    opened: datetime
    begins: Any
    due: Any
    due_at: datetime | None
    late_from: datetime
    owner: str
    person: str
    offered_to: str
    harm: int
    values: str
    waits: bool
    """Whether it was still to begin when it was opened; `stop_waiting` takes this off when its day has come."""


def late_from(owed: Owed) -> datetime:
    """The moment from which it is late: the promised one, or the end of the last day in London."""
    return owed.due_at or datetime.combine(owed.due + timedelta(days=1), time.min, LONDON)


def row(stream: UUID, owed: Owed) -> Row:
    return Row(
        stream, owed.id, owed.duty, owed.rule, owed.per, owed.opened_at, owed.begins, owed.due, owed.due_at, late_from(owed),
        owed.owner, owed.person, owed.offered_to, owed.harm, msgspec.json.encode(owed.values, order="deterministic").decode(),
        owed.begins > owed.opened_at.astimezone(LONDON).date(),
    )  # fmt: skip


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Keep the rows in step with one change."""
    still_open = bool(change.record.duties.open)
    if not (change.owed or change.discharged or (still_open and bears_on(change))):
        return
    rows = [row(change.stream, owed) for owed in change.owed]
    about = owed_to(change.record) if still_open else OwedTo()
    columns = {name: [getattr(r, name) for r in rows] for name in Row._fields if name != "stream"}
    db.execute(STEP, {"stream": change.stream, "discharged": change.discharged, "any_open": still_open, **about._asdict(), **columns})


def stop_waiting(db: psycopg.Connection[Any], today: date) -> int:
    """Put what begins today among what can be done now: how many. Lists are right without it, and quick because of it."""
    return db.execute("UPDATE open_duty SET waits = false WHERE waits AND begins <= %s", (today,)).rowcount


def clear(db: psycopg.Connection[Any]) -> None:
    """Drop all rows: they are about to be made again."""
    db.execute("DELETE FROM open_duty")
    db.execute("DELETE FROM owed_to")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """Work stays work when the person was forgotten; whom it is about is no longer said."""
    db.execute("DELETE FROM owed_to WHERE stream = %s", (stream,))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The rows of many whole new streams, by COPY."""
    duties = [row(c.stream, owed) for c in changes for owed in c.owed]
    people = [(c.stream, *owed_to(c.record)) for c in changes if c.owed]
    copy_rows(db, "open_duty", DUTY_COLUMNS, DUTY_TYPES, [(*r[:-2], Jsonb(r.values, dumps=str), r.waits) for r in duties])
    copy_rows(db, "owed_to", OWED_TO_COLUMNS, OWED_TO_TYPES, people)
