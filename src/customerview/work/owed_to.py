"""Whom work is owed to, in the few words a list has room for: what to call them and the need that matters most."""

from __future__ import annotations

from typing import NamedTuple

from customerview.kernel import Record
from customerview.ledger.contract import Change


class OwedTo(NamedTuple):
    """A line about a customer: their name, what to take care of first, the tier of their needs, and whose working days count."""

    name: str = ""
    need: str = ""
    tier: str = ""
    nation: str = "england_and_wales"


def owed_to(record: Record) -> OwedTo:
    """From the record. A record of something other than a person (a team, an organisation) has no name here."""
    person, needs = record.slices.get("person"), record.slices.get("needs")
    if person is None or needs is None:
        return OwedTo()
    name = person.name_used or str(person.name or "")  # type: ignore[attr-defined]
    return OwedTo(name, most_important_need(record), highest_tier(record), person.nation)  # type: ignore[attr-defined]


def bears_on(change: Change) -> bool:
    """Whether any of the new facts can change the line: those that say who the customer is or what they need."""
    slices = [change.record.slices[name] for name in ("person", "needs") if name in change.record.slices]
    return any(type(happened.fact) in part.folded() for happened in change.facts for part in slices)


def highest_tier(record: Record) -> str:
    """serious_harm, support, adjustment, or "" when no need is known."""
    held = {need.tier for need in record.needs.held.values()}
    return next((tier for tier in ("serious_harm", "support", "adjustment") if tier in held), "")


def most_important_need(record: Record) -> str:
    """What whoever picks this up must know first: a safety instruction, else how to speak to them, else how to write."""
    return ""
