"""To whom a letter about a customer goes: to them, or to whoever they are spoken to through. One question, asked when it is written and
again when it leaves."""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Record

from ..representatives.slices import Authority

TO_WHOEVER_ACTS = "representative"


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets a letter: their name, where, in which language and form. `acts` is empty for the customer's own letters."""

    name: str
    where: tuple[str, ...] = ()
    """The lines of the address with its postcode; empty when it goes by where the customer's letters go."""
    language: str
    format: str
    acts: str = ""
    """The authority by which they act."""

    @property
    def to(self) -> tuple[str, ...]:
        return (self.name, *self.where)


def addressee(record: Record, day: date, line: str = "") -> Addressee:
    """The appointee, deputy or body that the customer is spoken to through, when what they were given covers the line. The customer
    themselves when nobody does, when harm by whoever acts is suspected or they may not be able to act, or no address of theirs is known that a letter may go to."""
    found = next((a for a in record.authority.speak_to(day) if _can_be_written_to(a, record) and a.covers(line)), None)
    person = record.person
    if found is None:
        return Addressee(name=str(person.name or ""), language=person.language, format=person.format)
    return Addressee(
        name=found.name,
        where=(*found.address, found.postcode),
        language=found.language or "en",
        format=found.format or "standard",
        acts=found.authority,
    )


def _can_be_written_to(held: Authority, record: Record) -> bool:
    known = bool(held.name and held.address and held.postcode)
    return known and held.authority not in record.acting_in_doubt.why and not _lives_where_no_letter_goes(held, record)


def _lives_where_no_letter_goes(held: Authority, record: Record) -> bool:
    """They live where a letter is not safe for the customer, or where the customer's own letters came back from."""
    shared = [a for a in record.person.addresses.values() if (a.lines, a.postcode) == (held.address, held.postcode)]
    by_post = record.person.routes.get("post")
    return any(not a.safe for a in shared) or bool(shared and by_post and not by_post.works)


def still_theirs(name: str, record: Record, day: date) -> Addressee | None:
    """Whoever a letter was written to, as they would be written to today; None when they no longer act, or should not be written to."""
    for held in record.authority.in_force(day, acts=True):
        if held.name == name and not held.suspected and _can_be_written_to(held, record):
            return Addressee(
                name=name, where=(*held.address, held.postcode), language=held.language, format=held.format, acts=held.authority
            )
    return None
