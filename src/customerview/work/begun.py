"""Which duties of one kind have begun: for a named job that can do what is owed without anybody having to think of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from customerview.ledger import View


def begun(view: View, duty: str, day: date, limit: int = 500) -> list[tuple[UUID, str]]:
    """Whom it is owed, and about what; those longest due first."""
    return view.execute(
        "SELECT stream, per FROM open_duty WHERE duty = %s AND begins <= %s ORDER BY due, stream LIMIT %s", (duty, day, limit)
    ).fetchall()
