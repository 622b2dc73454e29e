"""May this person do this for this customer at all? What the record itself says about who stands where."""

from __future__ import annotations

from customerview.kernel import LONDON, Action, Actor, Record, Words


def nation_of(record: Record) -> str:
    """The nation whose working days count for this customer: where they live, else England and Wales."""
    return record.person.nation


def standing(by: Actor, action: type[Action] | Action, record: Record) -> Words | None:
    """A representative acts only while their authority is in force and covers the benefit it is about. None: they may."""
    if by.kind != "representative":
        return None
    day = record.on or (record.at.astimezone(LONDON).date() if record.at else None)
    return record.authority.why_not(by.holder, day, _line(action, record)) if day else None


def _line(action: type[Action] | Action, record: Record) -> str:
    """The line whose business it is, once it is known which award it is about; "" when it is about none in particular."""
    if not isinstance(action, Action):
        return ""
    return action.line(record) or str(record.awards.line_of(getattr(action, "award", "")))
