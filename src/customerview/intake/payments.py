"""Payments made as expected: a line hands them in by the batch. Each is a row, kept as received; the batch's digest, count and total
are a fact in the line's own stream, written in the same transaction. What does not fit is found afterwards, by `checked_payments`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec
import psycopg
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.receive_payments import BeginLineStream, ReceivePayments
from customerview.kernel import Actor, Problem, Words
from customerview.ledger import View, look, writing
from customerview.perform import Invalid, KeyUsedTwice, NotAllowed, perform

MOST_PAYMENTS = 5_000


class Payment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One payment that was made as expected: to whom, of which award, when it was due and made, and how much, in pence."""

    customer: UUID
    award: Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern="^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    due: date
    made: date
    amount: Annotated[int, msgspec.Meta(ge=0, le=2_000_000_000)]


class PaymentBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Payments a line made, by its own reference: the same reference again is the same batch, and does nothing more."""

    reference: Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern="^[A-Za-z0-9][A-Za-z0-9._/-]*$")]
    payments: Annotated[list[Payment], msgspec.Meta(min_length=1, max_length=MOST_PAYMENTS)]


class BatchReceived(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a batch: its number in the line's own stream, and what was counted. `again`: it had come before."""

    reference: str
    batch: int
    count: int
    total: int
    digest: str
    again: bool = False


class PaymentMade(msgspec.Struct, frozen=True, kw_only=True):
    """A payment as it is shown."""

    line: str
    award: str
    due: date
    made: date
    amount: int


def line_stream(line: str) -> UUID:
    """The line's own stream; the database works it out in the same way."""
    return UUID(bytes=hashlib.sha256(f"line:{line}".encode()).digest()[:16])


def digest_of(payments: Iterable[tuple[UUID, str, date, date, int]]) -> bytes:
    """Over every row of a batch, in order: customer, award, due, made, amount."""
    whole = hashlib.sha256()
    for customer, award, due, made, amount in payments:
        whole.update(f"{customer} {award} {due} {made} {amount}\n".encode())
    return whole.digest()


def receive_payments(batch: PaymentBatch, *, by: Actor, secret: str) -> BatchReceived:
    """Take in a batch from a line's own system, once however often it comes. Raises what `perform` raises."""
    if not by.line or "line_system" not in by.roles:
        raise NotAllowed(
            Words("Only a service line's own system hands in payments.", "Dim ond system gwasanaeth ei hun sy'n cyflwyno taliadau.")
        )
    if wrong := twice_in(batch):
        raise Invalid(wrong)
    look(secret, line_stream(by.line), by, reason="To hand in payments")
    with transaction.atomic():
        return keep(batch, by=by, secret=secret)


def twice_in(batch: PaymentBatch) -> list[Problem]:
    """The payments named twice in one batch."""
    seen: dict[tuple[UUID, str, date], int] = {}
    wrong = []
    for place, p in enumerate(batch.payments):
        first = seen.setdefault((p.customer, p.award, p.due), place)
        if first != place:
            sentence = Words(f"This is the same payment as number {first} of this batch. Name each payment once.",
                             f"Dyma'r un taliad â rhif {first} y swp hwn. Enwch bob taliad unwaith.")  # fmt: skip
            wrong.append(Problem(f"payments.{place}", sentence))
    return wrong[:50]


def keep(batch: PaymentBatch, *, by: Actor, secret: str | None) -> BatchReceived:
    """The fact and the rows, in the caller's transaction. A batch that came before with other payments is not taken."""
    stream, ledger = line_stream(by.line), writing(secret, catalogue())
    rows = [(p.customer, p.award, p.due, p.made, p.amount) for p in batch.payments]
    digest, total = digest_of(rows), sum(p.amount for p in batch.payments)
    # The line's system may not state a digest by itself, only hand in payments: taking them in is the platform's own part.
    taking = msgspec.structs.replace(by, roles=by.roles | {"job"})
    with suppress(NotAllowed):  # it was begun by an earlier batch
        perform(BeginLineStream(code=by.line), on=stream, by=taking, ledger=ledger, catalogue=catalogue())
    received = ReceivePayments(reference=batch.reference, count=len(rows), total=total, digest=digest.hex())
    try:
        done = perform(received, on=stream, by=taking, ledger=ledger, catalogue=catalogue(), key=f"payments:{batch.reference}")
    except KeyUsedTwice as error:
        sentence = Words("A batch with this reference came before, with other payments. Hand in what differs under a reference of its own.",
                         "Daeth swp gyda'r cyfeirnod hwn o'r blaen, gyda thaliadau eraill. Cyflwynwch yr hyn sy'n wahanol o dan gyfeirnod ei hun.")  # fmt: skip
        raise Invalid([Problem("reference", sentence)]) from error
    number = done.facts[0].number
    if not done.again:
        kept = [(p.customer, number, place, p.due, p.made, p.amount, by.line, p.award) for place, p in enumerate(batch.payments)]
        connection.connection.execute(KEEP, [list(column) for column in zip(*kept, strict=True)])
    return BatchReceived(reference=batch.reference, batch=number, count=len(rows), total=total, digest=digest.hex(), again=done.again)


KEEP = """
    INSERT INTO payment_made (stream, batch, place, due, made, amount, line, award)
    SELECT * FROM unnest(%s::uuid[], %s::int4[], %s::int4[], %s::date[], %s::date[], %s::int4[], %s::text[], %s::text[])
"""
"""Every row in one statement: a batch is one round trip, by whichever login."""


def payments_made(view: View, stream: UUID, *, limit: int = 12) -> list[PaymentMade]:
    """The latest payments of one customer, newest first; one that was handed in twice is told once, as it was told first."""
    rows = view.execute(
        "SELECT line, award, due, made, amount FROM (SELECT DISTINCT ON (line, award, due) line, award, due, made, amount FROM payment_made"
        " WHERE stream = %s ORDER BY line, award, due, batch, place) AS once ORDER BY due DESC, award LIMIT %s",
        (stream, limit),
    ).fetchall()  # fmt: skip
    return [PaymentMade(line=line, award=award, due=due, made=made, amount=amount) for line, award, due, made, amount in rows]


def rows_of(db: psycopg.Connection[Any], line: str, batch: int) -> list[tuple[UUID, int, str, date, date, int]]:
    """The rows of one batch, in order: customer, place, award, due, made, amount. For jobs: no page reaches so many."""
    return db.execute(
        "SELECT stream, place, award, due, made, amount FROM payment_made WHERE line = %s AND batch = %s ORDER BY place",
        (line, batch),
    ).fetchall()
