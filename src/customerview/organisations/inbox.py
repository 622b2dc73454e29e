"""The inboxes of organisations, kept in step with the ledger in the same transaction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions.proofs.sending import NOT_THERE
from customerview.instructions.proofs.sent_facts import (
    ProofSent,
    SendingWithdrawn,
    SentProofAssigned,
    SentProofDealtWith,
    SentProofOpened,
)
from customerview.kernel import Problem, Record
from customerview.ledger import Change
from customerview.ledger.bulk import copy_rows
from customerview.perform import Invalid

from .names import bare

NEW, OPENED, DEALT_WITH, NO_LONGER_SHARED = range(4)
COLUMNS = "organisation, sending, stream, proof, purpose, name, bare, family, born, received, expires, place, assigned"
TYPES = ("uuid", "text", "uuid", "text", "text", "text", "text", "text", "date", "timestamptz", "date", "int2", "text")
MOVE = "UPDATE inbox SET {what}, tx = pg_current_xact_id() WHERE stream = %s AND sending = %s"


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """Put in what was sent, and move what was opened, dealt with or taken back. Raises Invalid when nobody may be sent this any more."""
    for happened in change.facts:
        match happened.fact:
            case ProofSent() as sent:
                if db.info.user == "cv_web" and not _gets(db, sent):
                    raise Invalid([Problem("name", NOT_THERE)])
                marks = ", ".join(["%s"] * len(TYPES))
                db.execute(f"INSERT INTO inbox ({COLUMNS}) VALUES ({marks})", _row(sent, change.record, happened.at))
            case SentProofOpened(sending=sending):
                db.execute(MOVE.format(what=f"place = greatest(place, {OPENED})"), (change.stream, sending))
            case SentProofDealtWith(sending=sending):
                db.execute(MOVE.format(what=f"place = {DEALT_WITH}"), (change.stream, sending))
            case SentProofAssigned(sending=sending, staff=staff):
                db.execute(MOVE.format(what="assigned = %s"), (staff, change.stream, sending))
            case SendingWithdrawn(sending=sending):
                db.execute(MOVE.format(what=f"place = {NO_LONGER_SHARED}, {FORGOTTEN}"), (change.stream, sending))


def _gets(db: psycopg.Connection[Any], sent: ProofSent) -> bool:
    row = db.execute("SELECT gets_proofs(%s, %s)", (sent.organisation, sent.name)).fetchone()
    return row is not None and bool(row[0])


FORGOTTEN = "name = '', bare = '', family = '', born = NULL, purpose = ''"


def _row(sent: ProofSent, record: Record, received: Any) -> tuple[Any, ...]:
    name, purpose = (
        str(record.person.name or ""),
        record.proofs.shown[sent.proof].purpose if sent.proof in record.proofs.shown else "",
    )
    return (
        UUID(sent.organisation),
        sent.sending,
        record.stream,
        sent.proof,
        purpose,
        name,
        bare(name),
        bare(record.person.name.family if record.person.name else ""),
        record.person.born,
        received,
        sent.expires,
        NEW,
        "",
    )


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once; few of them sent anything."""
    new = [(f, change) for change in changes for f in change.facts if isinstance(f.fact, ProofSent)]
    copy_rows(db, "inbox", COLUMNS, TYPES, [_row(f.fact, change.record, f.at) for f, change in new if isinstance(f.fact, ProofSent)])
    for change in {id(change): change for _, change in new}.values():
        later = [f for f in change.facts if not isinstance(f.fact, ProofSent)]
        project(db, Change(stream=change.stream, after=0, facts=later, record=change.record, owed=[], discharged=[]))


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM inbox")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """What somebody who was forgotten sent is shared no more, and says nothing of them."""
    db.execute(f"UPDATE inbox SET place = {NO_LONGER_SHARED}, {FORGOTTEN} WHERE stream = %s", (stream,))
