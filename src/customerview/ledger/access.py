"""Access: the secret a session proves itself with, and looks, which are written before anything is read.

The database itself decides what is in reach. A customer's secret reaches their own stream; a colleague's or a client's reaches
a stream only after a look at it was committed, with a reason.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection, transaction

from customerview.kernel import Actor, Catalogue

from .chain import BEGINNING, look_link
from .postgres import PostgresLedger, Projection, conflicts
from .together import Together
from .view import View

LASTS = timedelta(hours=12)


def open_access(by: Actor, *, kind: str = "", feeds: bool = False, lasts: timedelta = LASTS) -> str:
    """A new secret for what this actor may reach; kept by its digest only. `kind` is the actor's unless it is "matching"."""
    secret = secrets.token_urlsafe(32)
    connection.ensure_connection()
    connection.connection.execute(
        "SELECT open_access(%s, %s, %s, %s, %s, %s)", (secret, kind or by.kind, by.code, by.acting_for, feeds, lasts)
    )
    return secret


def close_access(secret: str) -> None:
    """The session ends: nothing is in its reach any more."""
    connection.ensure_connection()
    connection.connection.execute("SELECT close_access(%s)", (secret,))


def begun(secret: str, stream: UUID) -> bool:
    """Whether there is such a record at all, asked before a look is written: nothing else is told, and only to a colleague or client."""
    with _transaction(secret, read_only=True)() as db:
        return bool(db.execute("SELECT stream_begun(%s)", (stream,)).fetchone()[0])


def look(secret: str, stream: UUID, by: Actor, *, reason: str, cause: str = "", withheld: bool = False) -> None:
    """Write down, and commit, that this person looks at this record and why; only then is it in reach.

    `withheld` looks (safeguarding, counter-fraud, reviewers) are shown to nobody who acts for the customer, and to the
    customer once a named person releases them.
    """
    for _ in range(20):
        try:
            with _transaction(secret)() as db:
                number, previous, last_at = db.execute("SELECT number, hash, at FROM last_look(%s)", (stream,)).fetchone() or (
                    0,
                    BEGINNING,
                    None,
                )
                at = db.execute("SELECT greatest(clock_timestamp(), %s::timestamptz)", (last_at,)).fetchone()[0]
                made = look_link(bytes(previous), stream, number + 1, at, by.code, reason, cause, withheld)
                db.execute("SELECT record_look(%s, %s, %s, %s, %s, %s, %s)", (stream, number + 1, at, reason, cause, withheld, made))
            return
        except psycopg.errors.UniqueViolation:
            continue
    raise RuntimeError("A look could not be written; without it nothing is read.")


@contextmanager
def reading(secret: str | None, catalogue: Catalogue, viewer: Actor | None = None) -> Iterator[View]:
    """A view of what this secret reaches, in a transaction that cannot write, as this viewer may see it.

    Without a viewer nothing restricted is shown. No secret: for jobs, by the worker's login.
    """
    with _transaction(secret, read_only=True)() as db:
        yield View(db, catalogue, viewer)


def writing(secret: str | None, catalogue: Catalogue) -> PostgresLedger:
    """The ledger for `perform`, reaching what this secret reaches. No secret: for jobs, by the worker's login."""
    return PostgresLedger(catalogue, _transaction(secret), projections())


@contextmanager
def writing_together(catalogue: Catalogue, streams: Iterable[UUID], *, by: str = "", keys: Iterable[str] = ()) -> Iterator[Together]:
    """The ledger for performing on many records in one transaction, for jobs. Raises Conflict at its end, when somebody was quicker with
    one of them: then nothing happened. `keys` of the actor `by` are those that may have been used before."""
    with conflicts(), _transaction(None)() as db:
        unit = Together(db, catalogue, projections(), streams, by, keys)
        yield unit
        unit.write()


def projections() -> tuple[Projection, ...]:
    """What is kept in step in the same transaction: the rooms name theirs in the settings."""
    from django.conf import settings
    from django.utils.module_loading import import_string

    return tuple(import_string(path) for path in getattr(settings, "CUSTOMERVIEW_PROJECTIONS", ()))


def _transaction(secret: str | None, *, read_only: bool = False) -> Callable[[], Any]:
    @contextmanager
    def begun() -> Iterator[psycopg.Connection[Any]]:
        with transaction.atomic():
            db = connection.connection
            db.execute(
                "SELECT set_config('transaction_read_only', %s, true), set_config('customerview.token', %s, true)",
                ("on" if read_only else "off", secret or ""),
            )
            yield db

    return begun
