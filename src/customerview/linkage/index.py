"""The index of people, kept in step with the ledger in the same transaction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions.personal_details.facts import (
    AddressChanged,
    AddressEnded,
    CustomerRegistered,
    IdentityMatched,
    IdentityUnmatched,
    NameChanged,
    NinoRecorded,
    ProtectedAddressRecorded,
)
from customerview.kernel import Record
from customerview.kernel.facts import FactCorrected
from customerview.ledger import Change
from customerview.ledger.bulk import copy_rows

from .names import bare, key

PEOPLE = (CustomerRegistered, NameChanged, NinoRecorded, AddressChanged, AddressEnded, ProtectedAddressRecorded, FactCorrected)
SIGN_INS = (IdentityMatched, IdentityUnmatched, FactCorrected)
COLUMNS = "stream, nth, latest, nino, born, given, family, bare, postcode, called, suffix"
TYPES = ("uuid", "int4", "bool", "text", "date", "text", "text", "text", "text", "text", "text")


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Put a changed person's rows right. Most changes are about something else, and cost nothing."""
    kinds = {type(f.fact) for f in change.facts}
    if kinds & set(PEOPLE):
        db.execute("DELETE FROM person_index WHERE stream = %s", (change.stream,))
        for row in rows(change.record):
            db.execute(f"INSERT INTO person_index ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", row)
    if kinds & set(SIGN_INS):
        db.execute("DELETE FROM sign_in WHERE stream = %s", (change.stream,))
        for subject in change.record.person.identities:
            db.execute("INSERT INTO sign_in (subject, stream) VALUES (%s, %s)", (subject, change.stream))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    copy_rows(db, "person_index", COLUMNS, TYPES, [row for change in changes for row in rows(change.record)])
    known = [(subject, change.stream) for change in changes for subject in change.record.person.identities]
    copy_rows(db, "sign_in", "subject, stream", ("text", "uuid"), known)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM person_index")
    db.execute("DELETE FROM sign_in")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """Somebody who was forgotten can be found no more."""
    db.execute("DELETE FROM person_index WHERE stream = %s", (stream,))
    db.execute("DELETE FROM sign_in WHERE stream = %s", (stream,))


def rows(record: Record) -> list[tuple[Any, ...]]:
    """A row for each name, the latest last. An address that must not be found is not here: a postcode finds only the others."""
    person = record.person
    if not person.names:
        return []
    home = None if person.protected_address else person.addresses.get("home")
    return [
        (
            record.stream, n, n == len(person.names), person.nino[:8] or None, person.born, key(name.given), key(name.family),
            bare(name.family), home.postcode if home and home.postcode else None, str(name), person.nino[8:],
        )
        for n, name in enumerate(person.names, 1)
    ]  # fmt: skip
