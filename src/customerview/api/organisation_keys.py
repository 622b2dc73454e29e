"""The keys of organisations' own systems, kept in step with their facts: made, ended, and all ended when an organisation is stopped."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions.organisations.facts import ApiKeyMade, ApiKeyStopped, OrganisationStopped
from customerview.ledger import Change

STOP = "UPDATE api_client SET revoked = now() WHERE revoked IS NULL AND organisation = %s"


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Whoever has no key any more is refused from the same moment, tokens too."""
    for happened in change.facts:
        match happened.fact:
            case ApiKeyMade(client=client, secret_hash=kept) if kept:
                db.execute(
                    "INSERT INTO api_client (id, name, role, line, team, secret_hash, organisation) VALUES (%s, %s, 'checker', '', '', %s, %s)",
                    (client, change.record.organisation.name, kept, change.stream),
                )
            case ApiKeyStopped(client=client):
                db.execute(f"{STOP} AND id = %s", (change.stream, client))
            case OrganisationStopped():
                db.execute(STOP, (change.stream,))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    for change in changes:
        project(db, change)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again. Clients made by the command line are no projection, and stay."""
    db.execute("DELETE FROM api_client WHERE organisation IS NOT NULL")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """The keys of an organisation that was forgotten hold its name, and open nothing any more."""
    db.execute("DELETE FROM api_client WHERE organisation = %s", (stream,))
