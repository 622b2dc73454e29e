"""Erasing what identifies a person while the record still folds and verifies: the eraser's login, and only it, may."""

from __future__ import annotations

import importlib
from typing import Any
from uuid import UUID

import psycopg

from .access import projections


class HeldByLaw(Exception):
    """A review, inquest or tribunal has placed a hold on this record; nothing of it is erased until it is lifted."""


def erase(db: psycopg.Connection[Any], stream: UUID, numbers: list[int] | None = None) -> int:
    """Forget the forgettable fields of a stream (of these facts, when named), salt and text together, and drop its snapshots
    and whatever projections hold of it in words (a projection's module says how, in `forget(db, stream)`).

    Needs the eraser's login, inside a transaction. Returns how many facts forgot something. Raises HeldByLaw.
    """
    if db.execute("SELECT 1 FROM legal_hold WHERE stream = %s AND lifted IS NULL", (stream,)).fetchone():
        raise HeldByLaw(f"The record {stream} is under a legal hold.")
    done = db.execute(
        "UPDATE remembered SET salt = NULL, text = NULL WHERE stream = %s AND text IS NOT NULL"
        " AND (%s::int[] IS NULL OR number = ANY(%s::int[]))",
        (stream, numbers, numbers),
    ).rowcount  # fmt: skip
    db.execute("DELETE FROM snapshot WHERE stream = %s", (stream,))
    for project in projections():
        forget = getattr(importlib.import_module(project.__module__), "forget", None)
        if forget is not None:
            forget(db, stream)
    return done
