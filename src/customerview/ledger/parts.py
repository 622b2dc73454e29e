"""Some parts of many records, in one read: for jobs that look at a batch of people, and need little of each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

import psycopg

from customerview.kernel import Catalogue, Record
from customerview.kernel.facts import FactCorrected
from customerview.kernel.owed import Bookkeeper
from customerview.kernel.record import Fold, Joined, Slice

from .rows import SELECT_FACTS, recorded
from .view import load


def parts_of(db: psycopg.Connection[Any], catalogue: Catalogue, streams: Iterable[UUID], names: frozenset[str]) -> dict[UUID, Record]:
    """The slices of these names of each stream, as known now; of an unknown stream an empty record. No duties are folded.

    Only the facts those slices are made of are read, with each stream's first, by which it is known to have begun, and with
    corrections. A record found to be one with another is loaded whole.
    """
    wanted = list(dict.fromkeys(streams))
    slices: list[type[Slice]] = [cls for name, cls in catalogue.fold.slices.items() if name in names]
    fold = Fold(slices, catalogue.kinds, Bookkeeper([], catalogue.figures, catalogue.calendars, catalogue.nation))
    folding: list[type[Slice]] = [Joined, *slices]
    kinds = {FactCorrected.kind.code} | {kind.kind.code for cls in folding for kind in cls.folded()}
    rows = db.execute(
        SELECT_FACTS + "WHERE f.stream = ANY(%s) AND (f.number = 1 OR f.kind = ANY(%s::int[])) ORDER BY f.stream, f.number",
        (wanted, sorted(kinds)), binary=True,
    ).fetchall()  # fmt: skip
    made = {
        stream: fold.of(stream, (recorded(row, catalogue.kinds) for row in some)) for stream, some in groupby(rows, key=lambda row: row[0])
    }
    for stream, record in made.items():
        if record.joined.others:
            made[stream] = load(db, catalogue, stream).record
    return {stream: made.get(stream) or fold.empty(stream) for stream in wanted}
