"""Which record a share code opens, kept in step with the ledger in the same transaction. Holds digests only."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions.proofs.facts import ShareCodeMade
from customerview.ledger import Change


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Add the codes a change made. Whether one was cancelled is asked of the record itself, at each check."""
    for happened in change.facts:
        if isinstance(happened.fact, ShareCodeMade):
            made = happened.fact
            db.execute("INSERT INTO share_code (digest, stream, expires) VALUES (%s, %s, %s)", (made.digest, change.stream, made.expires))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    for change in changes:
        project(db, change)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM share_code")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """The codes of somebody who was forgotten open nothing."""
    db.execute("DELETE FROM share_code WHERE stream = %s", (stream,))
