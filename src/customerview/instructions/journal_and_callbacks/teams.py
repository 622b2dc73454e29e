"""Which line and team a message, request or promise belongs to."""

from __future__ import annotations

from customerview.kernel import Record

from ..directory import team


def lead_line(record: Record, award: str = "") -> str:
    """The line of the award spoken of; else of the first award in payment; else the operations desk."""
    if award in record.awards.held:
        return str(record.awards.held[award].line)
    held = sorted(record.awards.held.values(), key=lambda a: (a.ends is not None, a.award))
    return str(held[0].line) if held else "OPERATIONS"


def holding_team(record: Record, line: str) -> str:
    """The team that owes the answer: one that accepted the case and has not given it back, else the line's case team."""
    holding = [e.to for e in record.escalations.open.values() if e.accepted]
    return holding[-1] if holding else team(line)
