"""Counting: one more of something today. There is no field that could hold a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

import psycopg
from django.db import connection, transaction

from customerview.kernel import LONDON


class Told(NamedTuple):
    """What happened: where in the journey, about which benefit, by which channel. All are codes of ours, never words of anybody's."""

    event: str
    step: str = ""
    benefit: str = ""
    channel: str = ""
    detail: str = ""


def tell(*happened: Told) -> None:
    """Count what happened now."""
    if happened:
        today = datetime.now(LONDON).date()
        with transaction.atomic():
            add(connection.connection, ((today, one) for one in happened))


def add(db: psycopg.Connection[Any], happened: Iterable[tuple[date, Told]]) -> None:
    """Add to the counts, always in the same order, so that two who count at once wait and never lock each other out."""
    for (day, one), times in sorted(Counter(happened).items()):
        db.execute(
            "INSERT INTO journey_count VALUES (%s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (day, event, step, benefit, channel, detail) DO UPDATE SET times = journey_count.times + excluded.times",
            (day, *one, times),
        )
