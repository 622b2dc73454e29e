"""Proof that the payments kept are those that were handed in: each batch is digested again and compared with its fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec
import psycopg

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.batch_facts import PaymentsReceived
from customerview.ledger.feed import every
from customerview.ledger.verify import Finding

from .payments import digest_of, line_stream


class PaymentsVerified(msgspec.Struct, kw_only=True):
    """How many batches and payments were walked, and what does not hold."""

    batches: int = 0
    payments: int = 0
    findings: list[Finding] = []


def verify_payments(db: psycopg.Connection[Any]) -> PaymentsVerified:
    """Needs a connection that reaches every stream, inside a transaction (the worker's login)."""
    found = PaymentsVerified(findings=[])
    received: Iterator[Any] = every(db, catalogue().kinds, PaymentsReceived.kind.code)
    told = {(h.fact.line, h.number): h.fact for h in received if h.stream == line_stream(h.fact.line)}
    for (line, batch), group in groupby(_rows(db), key=lambda row: (row[0], row[1])):
        rows = [row[2:] for row in group]
        found.payments += len(rows)
        said = told.pop((line, batch), None)
        if said is None:
            found.findings.append(Finding(str(line_stream(line)), batch, "payments are kept of a batch that was never received"))
        elif len(rows) != said.count or sum(row[4] for row in rows) != said.total or digest_of(rows) != said.digest:
            found.findings.append(Finding(str(line_stream(line)), batch, "the payments of this batch are not those that were received"))
        found.batches += 1
    for line, batch in told:
        found.batches += 1
        found.findings.append(Finding(str(line_stream(line)), batch, "the payments of this batch are gone"))
    return found


def _rows(db: psycopg.Connection[Any]) -> Iterator[tuple[Any, ...]]:
    with db.cursor(name="payments", binary=True) as cursor:
        cursor.itersize = 5_000
        cursor.execute("SELECT line, batch, stream, award, due, made, amount FROM payment_made ORDER BY line, batch, place")
        yield from cursor
