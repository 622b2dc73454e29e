"""Whom work is owed to, in the few words a list has room for: what to call them and the need that matters most."""

from __future__ import annotations

from typing import NamedTuple

from customerview.kernel import Record, Words
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
    name = str(person.name or person.name_used or "")  # type: ignore[attr-defined]
    return OwedTo(name, most_important_need(record), highest_tier(record), person.nation)  # type: ignore[attr-defined]


def bears_on(change: Change) -> bool:
    """Whether any of the new facts can change the line: those that say who the customer is or what they need."""
    slices = [change.record.slices[name] for name in ("person", "needs") if name in change.record.slices]
    return any(type(happened.fact) in part.folded() for happened in change.facts for part in slices)


def highest_tier(record: Record) -> str:
    """serious_harm, support, adjustment, or "" when no need is known. It orders and raises work; it is never shown."""
    held = {need.tier for need in record.needs.held.values()}
    return next((tier for tier in ("serious_harm", "support", "adjustment") if tier in held), "")


def most_important_need(record: Record) -> str:
    """What whoever picks this up must know first: what to take care of, else the need, else how they are spoken to. Never why."""
    needs, person = record.needs.seen_by(frozenset(), False), record.person
    if needs.take_care:
        return str(next(iter(needs.take_care.values())).words.en)
    if needs.most_important:
        return str(needs.most_important.words.en)
    if needs.adjustments:
        return Words("{adjustment:adjustment}", "").say("en", adjustment=next(iter(needs.adjustments)))
    if person.interpreter or person.language == "cy":
        return f"Interpreter: {person.interpreter}" if person.interpreter else "Speak and write Welsh"
    return ""
