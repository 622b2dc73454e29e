"""Finding organisations: by name, kind or postcode; for customers those that get proofs, for colleagues every one."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from customerview.ledger import View

from .names import bare

MOST = 20
"""As many as one page of answers shows; whoever finds more is asked to say more."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation, as a list shows it."""

    id: UUID
    name: str
    kind_of: str
    postcode: str
    status: str
    does: tuple[str, ...]
    asked: datetime


COLUMNS = "id, name, kind_of, postcode, status, does, asked"


def find(
    view: View, *, name: str = "", kind_of: str = "", postcode: str = "", status: str = "", after: str = "", most: int = MOST
) -> list[Listed]:
    """Those whose name has words that begin so, of this kind, near this postcode (the nearest first), else by name; one more than
    `most`, so that a page knows whether there are others. `after`: the name and id where the last page ended."""
    words, where, values = bare(name).split(), ["true"], []
    for word in words:
        where.append("bare LIKE %s")
        values.append(f"% {word}%")
    if kind_of:
        where.append("kind_of = %s")
        values.append(kind_of)
    if status:
        where.append("status = %s")
        values.append(status)
    order = "bare, id"
    if (near := _district(postcode)) is not None:
        where.append("postcode LIKE %s")
        values.append(f"{near[0]}%")
        order = "split_part(postcode, ' ', 1) <> %s, bare, id"
    if after:
        at, _, last = after.rpartition(":")
        where.append("(bare, id) > (%s, %s::uuid)")
        values += [at, last]
    if near is not None:
        values.append(near[1])
    rows = view.execute(f"SELECT {COLUMNS} FROM organisation WHERE {' AND '.join(where)} ORDER BY {order} LIMIT %s", [*values, most + 1])
    return [Listed(**dict(zip(COLUMNS.split(", "), row, strict=True)) | {"does": tuple(row[5])}) for row in rows.fetchall()]


def find_one(view: View, organisation: UUID) -> Listed | None:
    """One of them, when whoever asks may find it."""
    row = view.execute(f"SELECT {COLUMNS} FROM organisation WHERE id = %s", (organisation,)).fetchone()
    return Listed(**dict(zip(COLUMNS.split(", "), row, strict=True)) | {"does": tuple(row[5])}) if row else None


def page_ends(last: Listed) -> str:
    return f"{bare(last.name)}:{last.id}"


def _district(postcode: str) -> tuple[str, str] | None:
    """The area and the district of a postcode, or of the first part of one: ("QA", "QA1")."""
    found: Any = re.match(r"\s*([A-Za-z]{1,2})([0-9][A-Za-z0-9]?)?", postcode)
    if not found:
        return None
    bare_code = re.sub(r"\s", "", postcode.upper())
    outward = bare_code[:-3] if len(bare_code) >= 5 else bare_code
    return found[1].upper(), outward
