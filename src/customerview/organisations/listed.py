"""Which organisations there are and who may sign in for them, kept in step with their facts in the same transaction.

When an organisation is stopped or somebody is removed, whoever is signed in is signed out by the same transaction.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions.organisations.facts import (
    OrganisationAsked,
    OrganisationMayChanged,
    OrganisationRefused,
    OrganisationStopped,
    OrganisationVerified,
    StaffInvited,
    StaffJoined,
    StaffMayChanged,
    StaffRemoved,
)
from customerview.ledger import Change

from .names import bare, email_digest

STANDS = (OrganisationVerified, OrganisationRefused, OrganisationStopped, OrganisationMayChanged)
OF_STAFF = (OrganisationVerified, OrganisationStopped, StaffInvited, StaffJoined, StaffMayChanged, StaffRemoved)


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Put an organisation's rows right. Changes in customers' records cost nothing."""
    kinds = {type(f.fact) for f in change.facts}
    if not kinds & {OrganisationAsked, *STANDS, *OF_STAFF}:
        return
    one = change.record.organisation
    for happened in change.facts:
        if isinstance(happened.fact, OrganisationAsked):
            db.execute(
                "INSERT INTO organisation (id, name, bare, kind_of, postcode, status, does, asked) VALUES (%s, %s, %s, %s, %s, 'waiting', %s, %s)",
                (change.stream, one.name, bare(one.name), one.kind_of, one.postcode, list(happened.fact.does), happened.at),
            )
    if kinds & set(STANDS):
        db.execute("UPDATE organisation SET status = %s, does = %s WHERE id = %s", (one.status, list(one.does), change.stream))
    if kinds & set(OF_STAFF):
        db.execute("DELETE FROM organisation_staff WHERE organisation = %s", (change.stream,))
        for s in one.staff.values():
            db.execute(
                "INSERT INTO organisation_staff (organisation, staff, may, email, subject, expires) VALUES (%s, %s, %s, %s, %s, %s)",
                (change.stream, s.staff, list(s.may), email_digest(s.email) if s.email else "", s.subject, s.expires),
            )
    for happened in change.facts:
        match happened.fact:
            case OrganisationStopped():
                db.execute("SELECT end_access_of(%s, '')", (change.stream,))
            case StaffRemoved(staff=staff) | StaffMayChanged(staff=staff):
                db.execute("SELECT end_access_of(%s, %s)", (change.stream, staff))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    for change in changes:
        project(db, change)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM organisation_staff")
    db.execute("DELETE FROM organisation")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """An organisation that was forgotten is found no more, and nobody signs in for it."""
    db.execute("DELETE FROM organisation_staff WHERE organisation = %s", (stream,))
    db.execute("DELETE FROM organisation WHERE id = %s", (stream,))
