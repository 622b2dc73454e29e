"""When each service line was last heard from. What a line is silent about cannot be trusted for ever."""

from __future__ import annotations

import time

from django.db import connection

AT_MOST_EVERY_SECONDS = 5.0
_noted: dict[str, float] = {}


def heard(line: str) -> None:
    """This line's own system has just spoken to us. Written at most every few seconds, so that a busy line waits for nobody."""
    if time.monotonic() - _noted.get(line, -AT_MOST_EVERY_SECONDS) < AT_MOST_EVERY_SECONDS:
        return
    connection.ensure_connection()
    connection.connection.execute(
        "INSERT INTO source_heard (line, heard) VALUES (%s, now()) ON CONFLICT (line) DO UPDATE SET heard = excluded.heard"
        " WHERE source_heard.heard < excluded.heard - interval '4 seconds'", (line,),
    )  # fmt: skip
    _noted[line] = time.monotonic()
