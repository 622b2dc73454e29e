"""Record where somebody is safe and must not be found."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.values import NotAValue, postcode

from ..roles import STAFF
from .facts import ProtectedAddressRecorded
from .values import POSTCODE, nation_of_postcode


class RecordProtectedAddress(Action, frozen=True, kw_only=True):
    """Where a customer is safe, kept from everybody who does not have to know."""

    about = records(
        Words("Record an address that nobody may be given", "Cofnodi cyfeiriad na ellir ei roi i neb"), may=STAFF, protects=True
    )

    lines: Annotated[tuple[str, ...], field("Address", kind="long_text", max_length=6)]
    postcode: Annotated[str, field("Postcode", kind="postcode", max_length=10)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        try:
            postcode(self.postcode)
        except NotAValue:
            return [Problem("postcode", POSTCODE)]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        where = postcode(self.postcode)
        return [ProtectedAddressRecorded(nation=nation_of_postcode(where), lines=self.lines, postcode=where)]
