"""Proof that nothing was changed, removed or reordered: every chain is walked again, and the signed daily roots with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec
import psycopg

from customerview.kernel import FactKinds, NotAFact

from .chain import BEGINNING, link, look_link


class Finding(msgspec.Struct, frozen=True):
    """One thing that does not hold: where, and what."""

    stream: str
    number: int
    what: str


class Verified(msgspec.Struct, kw_only=True):
    """What was walked and what was found."""

    streams: int = 0
    facts: int = 0
    looks: int = 0
    roots: int = 0
    findings: list[Finding] = []

    @property
    def holds(self) -> bool:
        return not self.findings


def verify(
    db: psycopg.Connection[Any], kinds: FactKinds, *, signature_holds: Callable[[bytes, str], bool] | None = None,
    progress: Callable[[int], None] = lambda facts: None,
) -> Verified:  # fmt: skip
    """Walk every chain. Needs a connection that reaches every stream, inside a transaction (the worker's login)."""
    found = Verified()
    _facts(db, kinds, found, progress)
    _looks(db, found)
    _roots(db, found, signature_holds)
    return found


def _rows(db: psycopg.Connection[Any], statement: str) -> Iterator[tuple[Any, ...]]:
    with db.cursor(name="verify", binary=True) as cursor:
        cursor.itersize = 5_000
        cursor.execute(statement)
        yield from cursor


def _facts(db: psycopg.Connection[Any], kinds: FactKinds, found: Verified, progress: Callable[[int], None]) -> None:
    stream, expected, previous, last_at = None, 1, BEGINNING, None
    for row in _rows(
        db,
        "SELECT f.stream, f.number, f.kind, f.at, f.effective, f.actor, f.cause, f.data, f.remembers, f.hash, r.salt, r.text"
        " FROM fact f LEFT JOIN remembered r ON r.stream = f.stream AND r.number = f.number ORDER BY f.stream, f.number",
    ):
        s, number, kind, at, effective, actor, cause, data, remembers, stored, salt, text = row
        if s != stream:
            stream, expected, previous, last_at = s, 1, BEGINNING, None
            found.streams += 1
        found.facts += 1
        if number != expected:
            found.findings.append(Finding(str(s), number, f"number {expected} is missing"))
        if link(previous, s, number, kind, at, effective, actor, cause, data, remembers) != stored:
            found.findings.append(Finding(str(s), number, "the chain does not hold: something was changed, removed or put before it"))
        if last_at and at < last_at:
            found.findings.append(Finding(str(s), number, "time goes back"))
        if text is not None and hashlib.sha256(salt + text).digest() != remembers:
            found.findings.append(Finding(str(s), number, "what it remembers was changed"))
        try:
            kinds.decode(kind, data, text)
        except NotAFact as error:
            found.findings.append(Finding(str(s), number, str(error)))
        expected, previous, last_at = number + 1, stored, at
        if found.facts % 10_000 == 0:
            progress(found.facts)
    progress(found.facts)


def _looks(db: psycopg.Connection[Any], found: Verified) -> None:
    stream, expected, previous = None, 1, BEGINNING
    for s, number, at, actor, reason, cause, withheld, stored in _rows(
        db, "SELECT stream, number, at, actor, reason, cause, withheld, hash FROM look ORDER BY stream, number"
    ):
        if s != stream:
            stream, expected, previous = s, 1, BEGINNING
        found.looks += 1
        if number != expected or look_link(previous, s, number, at, actor, reason, cause, withheld) != stored:
            found.findings.append(Finding(str(s), number, "the log of looks does not hold"))
        expected, previous = number + 1, stored


def root_digest(db: psycopg.Connection[Any], after: str, upto: str, previous: bytes, day: date) -> tuple[int, bytes]:
    """The digest over every stream changed between two transactions, at its head then, and over the root before."""
    heads, whole = 0, hashlib.sha256(previous + day.isoformat().encode())
    with db.cursor(name="heads", binary=True) as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (stream) stream, number, hash FROM fact WHERE tx >= %s::text::xid8 AND tx < %s::text::xid8"
            " ORDER BY stream, number DESC", (after, upto),
        )  # fmt: skip
        for stream, number, digest in cursor:
            heads += 1
            whole.update(stream.bytes + number.to_bytes(4) + digest)
    return heads, whole.digest()


def _roots(db: psycopg.Connection[Any], found: Verified, signature_holds: Callable[[bytes, str], bool] | None) -> None:
    rows = db.execute("SELECT day, tx::text, heads, digest, previous, signature FROM root ORDER BY day").fetchall()
    previous, after = BEGINNING, "0"
    for day, tx, heads, digest, before, signature in rows:
        found.roots += 1
        counted, made = root_digest(db, after, tx, previous, day)
        if bytes(before) != previous or (counted, made) != (heads, bytes(digest)):
            found.findings.append(Finding("root", found.roots, f"the root of {day} does not hold: a tail may have been cut"))
        if signature_holds and not signature_holds(bytes(digest), signature):
            found.findings.append(Finding("root", found.roots, f"the root of {day} is not signed by us"))
        previous, after = bytes(digest), tx
