"""Between facts and rows: the one place where a recorded fact becomes what is stored, and what is stored a fact again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from customerview.kernel import FactKinds, Recorded

from .chain import link, seal


class FactRow(NamedTuple):
    """A row of `fact`, in the order of its columns (all but tx)."""

    stream: UUID
    number: int
    kind: int
    at: datetime
    effective: date
    actor: str
    cause: str
    data: bytes
    remembers: bytes | None
    hash: bytes


class RememberedRow(NamedTuple):
    """A row of `remembered`: what can be forgotten."""

    stream: UUID
    number: int
    salt: bytes
    text: bytes


FACT_TYPES = ("uuid", "int4", "int2", "timestamptz", "date", "text", "text", "bytea", "bytea", "bytea")
REMEMBERED_TYPES = ("uuid", "int4", "bytea", "bytea")


def to_rows(facts: Iterable[Recorded], previous: bytes, kinds: FactKinds) -> tuple[list[FactRow], list[RememberedRow]]:
    """The rows of facts that follow one another in one stream, chained onto `previous`."""
    rows: list[FactRow] = []
    aside: list[RememberedRow] = []
    for f in facts:
        data, apart = kinds.encode(f.fact)
        remembers = None
        if apart is not None:
            salt, remembers = seal(apart)
            aside.append(RememberedRow(f.stream, f.number, salt, apart))
        code = f.fact.kind.code
        previous = link(previous, f.stream, f.number, code, f.at, f.effective, f.by, f.cause, data, remembers)
        rows.append(FactRow(f.stream, f.number, code, f.at, f.effective, f.by, f.cause, data, remembers, previous))
    return rows, aside


SELECT_FACTS = """
    SELECT f.stream, f.number, f.kind, f.at, f.effective, f.actor, f.cause, f.data, r.text, f.hash
    FROM fact f LEFT JOIN remembered r ON r.stream = f.stream AND r.number = f.number
"""


def recorded(row: tuple[Any, ...], kinds: FactKinds) -> Recorded:
    """A fact in its place, from a row of SELECT_FACTS."""
    stream, number, kind, at, effective, actor, cause, data, text, _ = row
    return Recorded(stream=stream, number=number, fact=kinds.decode(kind, data, text), by=actor, at=at, effective=effective, cause=cause)
