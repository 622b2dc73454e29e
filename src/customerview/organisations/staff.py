"""For whom somebody who signed in works, and who they are here: `organisation:S-1@…` in the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import msgspec
from django.db import connection

from customerview.instructions import catalogue
from customerview.kernel import Actor, Record
from customerview.ledger import reading

from .names import email_digest

ROLES = {
    "manage": "organisation_admin",
    "check": "organisation_checker",
    "read": "organisation_reader",
    "act": "organisation_acts",
}


class WorksFor(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation somebody works for, or is invited to join."""

    organisation: UUID
    name: str
    staff: str
    joined: bool


def organisations_of(subject: str, email: str) -> list[WorksFor]:
    """By the digest of their sign-in; invitations by the address their provider says is theirs (empty: it does not)."""
    connection.ensure_connection()
    rows = connection.connection.execute(
        "SELECT organisation, name, staff, joined FROM organisations_of(%s, %s)", (subject, email_digest(email) if email else "")
    ).fetchall()
    return [WorksFor(organisation=o, name=name, staff=staff, joined=joined) for o, name, staff, joined in rows]


def member(organisation: UUID, code: str, may: Iterable[str]) -> Actor:
    """A member of an organisation's staff, as far as they may."""
    return Actor(kind="organisation", id=code, body=str(organisation), acting_for=organisation, roles=frozenset(ROLES[one] for one in may))


def invited(organisation: UUID, code: str) -> Actor:
    """Somebody who was invited and has not joined: they may join, and nothing else."""
    return Actor(kind="organisation", id=code, body=str(organisation), acting_for=organisation, roles=frozenset({"organisation_invited"}))


def at_work(access: str, actor: Actor) -> Record | None:
    """The record of the organisation whoever is signed in works for; None when they, or it, may do nothing here any more."""
    if actor.acting_for is None or actor.body != str(actor.acting_for):
        return None
    with reading(access, catalogue(), actor) as view:
        record = view.record(actor.acting_for)
    return record if record.organisation.may(actor.id) else None
