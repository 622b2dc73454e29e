"""From the feed: each letter that is released becomes a row that waits for its way. The row and the place in the feed commit together."""

from __future__ import annotations

import os
from typing import Any

import psycopg

from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten
from customerview.instructions.letters_and_notifications.sending_facts import LetterCancelled, LetterReleasedAgain
from customerview.kernel import Recorded
from customerview.ledger.feed import take_page

READER = "delivery"
CODES = [kind.kind.code for kind in (LetterWritten, LetterReleased, LetterReleasedAgain, LetterCancelled)]


def way_of(letter: LetterWritten) -> str:
    """How a letter leaves. What goes by post goes to our own printer, or to Notify's when the installation says so."""
    if letter.way == "email":
        return "email"
    if letter.way == "post":
        return "notify" if os.environ.get("CUSTOMERVIEW_POST_BY") == "notify" and letter.form in ("standard", "large_print_16") else "print"
    return "portal"


def collect(limit: int = 500) -> int:
    """Take one page of the feed. Returns how many facts were taken; 0 means that it has caught up."""
    return take_page(READER, catalogue().kinds, note, limit=limit, codes=CODES)


def note(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    """Write down what is written, released and given up."""
    for happened in facts:
        fact = happened.fact
        if isinstance(fact, LetterWritten):
            db.execute(
                "INSERT INTO outgoing (stream, letter, written, way, form, recipient) VALUES (%s, %s, %s, %s, %s, %s)"
                " ON CONFLICT (stream, letter) DO UPDATE SET written = excluded.written, way = excluded.way, form = excluded.form"
                " WHERE outgoing.released = 0",
                (happened.stream, fact.letter, happened.number, way_of(fact), fact.form, fact.recipient),
            )
        elif isinstance(fact, LetterReleased | LetterReleasedAgain):
            db.execute(
                "UPDATE outgoing SET state = 'waiting', released = %s, since = %s, run = NULL, place = NULL, attempts = 0, next_at = now(),"
                " provider = NULL WHERE stream = %s AND letter = %s AND released < %s",
                (happened.number, happened.at, happened.stream, fact.letter, happened.number),
            )  # fmt: skip
        elif isinstance(fact, LetterCancelled):
            db.execute(
                "UPDATE outgoing SET state = 'cancelled' WHERE stream = %s AND letter = %s AND state NOT IN ('left', 'posted')",
                (happened.stream, fact.letter),
            )
