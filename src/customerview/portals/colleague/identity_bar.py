"""The bar at the head of every page about a customer, or an organisation: who this is, so that nobody is taken for somebody else."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from customerview.instructions.organisations.facts import KINDS
from customerview.kernel import Record, in_words
from customerview.kernel.values import nino_in_pairs

NATIONS = {"england_and_wales": "England or Wales", "scotland": "Scotland", "northern_ireland": "Northern Ireland"}


class IdentityBar(NamedTuple):
    """What identifies a customer at a glance."""

    stream: str
    name: str
    born: str
    nino: str
    place: str
    called: str
    organisation: bool = False
    """Whether it is no person: nobody to speak with, no life in danger."""


def age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def identity_bar(record: Record, today: date) -> IdentityBar:
    """Name, date of birth with age, number in pairs, place. What is not known is said."""
    if record.organisation.status:
        one = record.organisation
        return IdentityBar(
            stream=str(record.stream), name=one.name, born=KINDS[one.kind_of].en, nino="", place=one.status.capitalize(), called=one.name,
            organisation=True,
        )  # fmt: skip
    person = record.person
    name = person.name_on(today)
    home = person.address("home", today)
    if person.protected_address:
        place = "Address protected"
    elif home is None:
        place = "No address known"
    else:
        place = ", ".join([*home.lines[-1:], NATIONS.get(home.nation, home.nation)])
    return IdentityBar(
        stream=str(record.stream), name=str(name) if name and str(name) else "Name not known",
        born=f"{in_words(person.born)} ({age(person.born, today)})" if person.born else "Date of birth not known",
        nino=nino_in_pairs(person.nino) if person.nino else "No National Insurance number known", place=place, called=person.called,
    )  # fmt: skip
