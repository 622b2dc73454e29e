"""Status lists: whether a credential still holds, published for anybody without telling anybody whose it is (Token Status List).

A list has about a million places, of which each credential is given one at random. One list begins each month.
"""

from __future__ import annotations

import secrets
import threading
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

import psycopg
from django.db import connection

from customerview.instructions import catalogue
from customerview.instructions.proofs.credential_facts import CredentialIssued, CredentialWithdrawn
from customerview.instructions.proofs.credentials import WithdrawCredentials
from customerview.kernel import LONDON, Recorded, job
from customerview.ledger import Change, writing
from customerview.ledger.feed import follow, take_page
from customerview.perform import perform

from . import keys
from .issuer import base_url
from .tokens import base64url, token

PLACES = 2**20
DRAWS = 20
READER = JOB = "withdraw_credentials"
CACHED_SECONDS = 30
NOBODY = UUID(int=0)
T = TypeVar("T")


class Taken(Exception):
    """This place in the list is another credential's: take another."""


def new_place(now: datetime) -> tuple[str, int]:
    """The list of this month, and a place in it drawn at random."""
    return f"{now.astimezone(LONDON):%Y-%m}", secrets.randbelow(PLACES)


def in_a_free_place(now: datetime, issue: Callable[[str, int], T]) -> T:
    """What `issue(place, index)` gives, in the first place drawn that is not taken. A list that is half full takes two draws on average."""
    for _ in range(DRAWS):
        place, index = new_place(now)
        try:
            return issue(place, index)
        except Taken:
            continue
    raise RuntimeError(f"The status list {place} is as good as full.")


def list_at(place: str) -> str:
    """The address of a list."""
    return f"{base_url()}/check/status/{place}"


def status_list(place: str, now: datetime | None = None) -> str:
    """The list as a signed token. Made at most twice a minute, whoever asks."""
    moment = now or datetime.now(LONDON)
    return _listed(place, int(moment.timestamp()) // CACHED_SECONDS, keys.ring("status_list")[0].kid)


@lru_cache(maxsize=16)
def _listed(place: str, turn: int, kid: str) -> str:
    bits = bytearray(PLACES // 8)
    for (index,) in connection.cursor().execute("SELECT withdrawn_places(%s)", [place]).fetchall():
        bits[index // 8] |= 1 << index % 8
    since = turn * CACHED_SECONDS
    days, minutes = (
        catalogue().figures.get("common", name, datetime.fromtimestamp(since, LONDON).date())
        for name in ("status_list_days", "status_list_minutes")
    )
    claims = {
        "sub": list_at(place), "iss": base_url(), "iat": since, "exp": since + int(timedelta(days=days).total_seconds()), "ttl": minutes * 60,
        "status_list": {"bits": 1, "lst": base64url(zlib.compress(bytes(bits), 9))},
    }  # fmt: skip
    return token("status_list", {"typ": "statuslist+jwt"}, claims)


# The projection.


def project(db: psycopg.Connection[Any], change: Change) -> None:
    for happened in change.facts:
        said = happened.fact
        if isinstance(said, CredentialIssued):
            added = db.execute(
                "INSERT INTO credential_status (place, index, stream, expires) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING 1",
                (said.place, said.index, change.stream, said.expires),
            )
            if added.fetchone() is None:
                raise Taken
        elif isinstance(said, CredentialWithdrawn):
            db.execute("UPDATE credential_status SET withdrawn = true WHERE place = %s AND index = %s", (said.place, said.index))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    for change in changes:
        project(db, change)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again; places of those who were forgotten stay withdrawn."""
    db.execute("DELETE FROM credential_status WHERE stream <> %s", (NOBODY,))


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """The credentials of somebody who was forgotten hold no longer, and nobody can tell that they were theirs."""
    db.execute("UPDATE credential_status SET withdrawn = true, stream = %s WHERE stream = %s", (NOBODY, stream))


# The loop.


def withdraw(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set: a credential whose awards have changed is withdrawn."""
    follow(take, stop)


def take() -> int:
    """One page of what happened to awards. Returns 0 when all is taken."""
    chapter = "customerview.instructions.awards_and_payments"
    codes = [kind.kind.code for kind in catalogue().kinds.by_name.values() if kind.__module__.startswith(chapter)]
    return take_page(READER, catalogue().kinds, _withdraw, limit=200, codes=codes)


def _withdraw(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    streams = list({happened.stream for happened in facts})
    concerned = db.execute(
        "SELECT DISTINCT stream FROM credential_status WHERE stream = ANY(%s) AND NOT withdrawn AND expires >= current_date",
        (streams,),
    ).fetchall()
    for (stream,) in concerned:
        perform(WithdrawCredentials(), on=stream, by=job(JOB), ledger=writing(None, catalogue()), catalogue=catalogue())
