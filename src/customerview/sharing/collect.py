"""From the feed: each share becomes a delivery that is due, each receipt settles one. Both commit with the place in the feed."""

from __future__ import annotations

from typing import Any

import psycopg

from customerview.instructions import catalogue
from customerview.kernel import Recorded
from customerview.kernel.facts import FactShared, ReceiptRecorded
from customerview.ledger.feed import take_page

READER = "sharing"
CODES = [FactShared.kind.code, ReceiptRecorded.kind.code]


def collect(limit: int = 500) -> int:
    """Take one page of the feed. Returns how many facts were taken; 0 means that it has caught up."""
    return take_page(READER, catalogue().kinds, note, limit=limit, codes=CODES)


def note(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    """Write down what is to be delivered, and what has arrived."""
    for happened in facts:
        fact = happened.fact
        if isinstance(fact, FactShared):
            db.execute(
                "INSERT INTO delivery (stream, number, recipient, share, of, shared) VALUES (%s, %s, %s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                (happened.stream, happened.number, fact.recipient, fact.share, fact.of, happened.at),
            )
        elif isinstance(fact, ReceiptRecorded):
            db.execute(
                "UPDATE delivery SET receipt = coalesce(receipt, %s) WHERE stream = %s AND recipient = %s AND share = %s AND of = %s",
                (happened.at, happened.stream, fact.recipient, fact.share, fact.of),
            )
