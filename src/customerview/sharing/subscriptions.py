"""Who is told, where, and signed by which of their secrets. Changed by an administrator's command, never by a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
import psycopg

from customerview.instructions.directory import LINES

from .signature import secret_of


class NoSubscription(ValueError):
    """A subscription that cannot be; says why."""


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """One recipient, and how far it is behind."""

    recipient: str
    url: str
    keys: list[int]
    active: bool
    failures: int
    waiting: int
    unconfirmed: int
    oldest: datetime | None


def subscribe(db: psycopg.Connection[Any], recipient: str, url: str) -> str:
    """From now on everything shared with this recipient, earlier shares included, goes there. Returns the secret that signs."""
    where = urlsplit(url)
    here = where.hostname in ("localhost", "127.0.0.1", "::1")
    if recipient not in LINES:
        raise NoSubscription(f"A recipient is one of: {', '.join(LINES)}.")
    if not (where.scheme == "https" or (where.scheme == "http" and here)) or where.username or not where.hostname:
        raise NoSubscription("An address begins with https:// (http:// only for this machine) and holds no password.")
    (keys,) = db.execute(
        "INSERT INTO subscription (recipient, url, keys) VALUES (%s, %s, '{1}')"
        " ON CONFLICT (recipient) DO UPDATE SET url = excluded.url, active = true, failures = 0, wait_until = now() RETURNING keys",
        (recipient, url),
    ).fetchone() or ([1],)  # fmt: skip
    return secret_of(recipient, keys[0])


def rotate(db: psycopg.Connection[Any], recipient: str) -> str:
    """A new secret. It and the one before both sign, until the next rotation takes the older away. Returns the new one."""
    row = db.execute(
        "UPDATE subscription SET keys = ARRAY[keys[1] + 1, keys[1]] WHERE recipient = %s RETURNING keys", (recipient,)
    ).fetchone()
    if row is None:
        raise NoSubscription(f"{recipient} is not subscribed.")
    return secret_of(recipient, row[0][0])


def unsubscribe(db: psycopg.Connection[Any], recipient: str) -> None:
    """Nothing more is sent there. What is shared meanwhile waits, and its missing receipts are seen."""
    if not db.execute("UPDATE subscription SET active = false WHERE recipient = %s", (recipient,)).rowcount:
        raise NoSubscription(f"{recipient} is not subscribed.")


def standing(db: psycopg.Connection[Any]) -> list[Subscription]:
    """Every recipient: how much waits to be delivered, how much was delivered and not confirmed, and since when."""
    rows = db.execute(
        "SELECT s.recipient, s.url, s.keys, s.active, s.failures, count(d.stream) FILTER (WHERE d.delivered IS NULL),"
        " count(d.delivered), min(d.shared) FROM subscription s"
        " LEFT JOIN delivery d ON d.recipient = s.recipient AND d.receipt IS NULL GROUP BY s.recipient ORDER BY s.recipient"
    ).fetchall()
    names = ("recipient", "url", "keys", "active", "failures", "waiting", "unconfirmed", "oldest")
    return [Subscription(**dict(zip(names, row, strict=True))) for row in rows]
