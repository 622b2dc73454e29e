"""Stop using an address in one of its roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ADDRESS_ROLES, AddressEnded

NOT_KNOWN = Words("Choose one of the addresses we know.", "Dewiswch un o'r cyfeiriadau yr ydym yn eu gwybod.")


def known_addresses(record: Record) -> Sequence[Choice]:
    return [Choice(role, ADDRESS_ROLES[role], Words(a.postcode, a.postcode)) for role, a in record.person.addresses.items()]


class EndAddress(Action, frozen=True, kw_only=True):
    """You tell us that you no longer use an address."""

    about = records(
        Words("Stop using an address", "Rhoi'r gorau i ddefnyddio cyfeiriad"), may=("customer", "representative", *STAFF, "line_system")
    )

    role: Annotated[str, field(
        Words("Which address do you no longer use?", "Pa gyfeiriad nad ydych yn ei ddefnyddio mwyach?"), kind="choice", choices=known_addresses,
        missing=NOT_KNOWN)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.role in record.person.addresses else [Problem("role", NOT_KNOWN)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AddressEnded(role=self.role)]
