"""The systems that use the API: each in one role, for one line, proved by a secret of which only a hash is kept."""

from __future__ import annotations

import re
import secrets
from typing import Any
from uuid import UUID

import msgspec
import psycopg
from argon2.exceptions import InvalidHashError, VerificationError

from customerview.identity import hasher
from customerview.instructions import ROLES, catalogue
from customerview.instructions.directory import LINES
from customerview.kernel import Actor

NOT_FOR_CLIENTS = {"customer", "representative", "job", *(role.code for role in ROLES if role.code.startswith("organisation"))}
"""Roles of people who speak for one customer or for an organisation, and of the platform itself."""

COLUMNS = ("id", "name", "role", "line", "team", "organisation")
_NOBODY = hasher.hash(secrets.token_urlsafe(16))
"""Checked for an unknown id, so that an answer takes as long whether or not a client exists."""


class WrongClient(ValueError):
    """A client that cannot be made; says why."""


class Client(msgspec.Struct, frozen=True, kw_only=True):
    """One system that may use the API."""

    id: str
    name: str
    role: str
    line: str = ""
    team: str = ""
    organisation: UUID | None = None
    """Whose own system it is, when it is an organisation's that we verified."""

    @property
    def actor(self) -> Actor:
        return Actor(
            kind="client", id=self.id, roles=frozenset({self.role}), teams=(self.team,) if self.team else (), line=self.line,
            tiers=catalogue().roles[self.role].tiers,
        )  # fmt: skip


def create(db: psycopg.Connection[Any], name: str, role: str, *, line: str = "", team: str = "") -> tuple[Client, str]:
    """A new client and its secret, which is told once. Needs the migrator's login. Raises WrongClient."""
    name = name.strip()
    if not 1 <= len(name) <= 100:
        raise WrongClient("A client has a name of at most 100 characters.")
    if role in NOT_FOR_CLIENTS or role not in catalogue().roles:
        known = ", ".join(sorted(set(catalogue().roles) - NOT_FOR_CLIENTS))
        raise WrongClient(f"A client has one of these roles: {known}.")
    if line and line not in LINES:
        raise WrongClient(f"A line is one of: {', '.join(LINES)}.")
    if role == "line_system" and not line:
        raise WrongClient("A service line's system says which line it is: --line.")
    if not re.fullmatch(r"[a-z0-9_.]{0,40}", team):
        raise WrongClient("A team is a code like pip.case.")
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "client"
    client = Client(id=f"{slug}-{secrets.token_hex(4)}", name=name, role=role, line=line, team=team)
    secret = secrets.token_urlsafe(32)
    db.execute(
        "INSERT INTO api_client (id, name, role, line, team, secret_hash) VALUES (%s, %s, %s, %s, %s, %s)",
        (client.id, name, role, line, team, hasher.hash(secret)),
    )
    return client, secret


def proved(db: psycopg.Connection[Any], id: str, secret: str) -> Client | None:
    """The client with this id, if this is its secret and it was not revoked."""
    row = db.execute(
        "SELECT id, name, role, line, team, organisation, secret_hash FROM api_client WHERE id = %s AND revoked IS NULL", (id,)
    ).fetchone()
    try:
        hasher.verify(row[6] if row else _NOBODY, secret)
    except (VerificationError, InvalidHashError):
        return None
    return Client(**dict(zip(COLUMNS, row, strict=False))) if row else None


def holding(db: psycopg.Connection[Any]) -> Client | None:
    """The client whose access secret was set for this transaction, if it still stands."""
    row = db.execute(
        "SELECT id, name, role, line, team, organisation FROM api_client WHERE revoked IS NULL AND access_kind() IN ('client', 'checker')"
        " AND id = split_part(split_part(access_actor(), '@', 1), ':', 2)"
    ).fetchone()
    return Client(**dict(zip(COLUMNS, row, strict=True))) if row else None


def revoke(db: psycopg.Connection[Any], id: str) -> bool:
    """From now on this client is refused, its tokens too. Needs the migrator's login."""
    return db.execute("UPDATE api_client SET revoked = now() WHERE id = %s AND revoked IS NULL", (id,)).rowcount == 1
