"""What we asked the teams that pay this person to do for them, and where each stands."""

from __future__ import annotations

from customerview.instructions.requests_to_lines.rules import read_out
from customerview.portals.layout import t

from .own import Own


def asked_for_you(own: Own, award: str = "") -> list[str]:
    """What is asked and not over, of one award when it is named; of what this person may see."""
    waiting = own.record.line_requests.open.values()
    return [t(read_out(one, own.today)) for one in waiting if own.covers(one.line) and award in ("", one.award)]
