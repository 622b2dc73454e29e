"""Comments at the end: kept with the day alone, and only when nothing in them could be about a person."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.db import connection, transaction

from customerview.kernel import LONDON, Words

from .counting import Told, tell

LONGEST = 600
PERSONAL = re.compile(r"@|\d{4,}|\d[\d\s-]{5,}\d|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]{2}\s*(\d\s*){6}", re.IGNORECASE)
TOO_LONG = Words(f"Your comment must be {LONGEST} characters or fewer", f"Rhaid i’ch sylw fod yn {LONGEST} nod neu lai")
SAYS_WHO = Words(
    "Take out names, numbers, postcodes and email addresses: we keep comments without anything about you",
    "Tynnwch enwau, rhifau, codau post a chyfeiriadau e-bost: rydym yn cadw sylwadau heb ddim amdanoch chi",
)


def say(text: str, names: tuple[str, ...] = ()) -> Words | None:
    """Keep a comment; or what to mend in it. `names` are those of whoever says it, which must not stand in it."""
    if len(text) > LONGEST:
        return TOO_LONG
    said = {word.casefold() for word in re.findall(r"\w+", text)}
    if PERSONAL.search(text) or any(name.casefold() in said for name in names if len(name) > 2):
        return SAYS_WHO
    with transaction.atomic():
        connection.connection.execute("INSERT INTO journey_comment (day, said) VALUES (%s, %s)", (datetime.now(LONDON).date(), text))
    tell(Told("commented"))
    return None


def comments(most: int = 50) -> list[tuple[date, str]]:
    """The latest comments."""
    with transaction.atomic(), connection.cursor() as db:
        db.execute("SELECT day, said FROM journey_comment ORDER BY id DESC LIMIT %s", (most,))
        return db.fetchall()
