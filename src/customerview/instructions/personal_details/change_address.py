"""Change where the customer lives or gets letters."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.values import NotAValue, postcode

from ..roles import STAFF
from .facts import ADDRESS_ROLES, AddressChanged
from .values import NATIONS, POSTCODE, nation_of_postcode


class ChangeAddress(Action, frozen=True, kw_only=True):
    """You tell us about a new address."""

    about = records(Words("Change an address", "Newid cyfeiriad"), may=("customer", "representative", *STAFF, "line_system"))

    role: Annotated[str, field(
        Words("Which address is this?", "Pa gyfeiriad yw hwn?"), kind="choice", choices=ADDRESS_ROLES.items(),
        missing=Words("Say which address this is.", "Nodwch pa gyfeiriad yw hwn."))] = "home"  # fmt: skip
    line_1: Annotated[str, field(
        Words("Address line 1", "Llinell gyfeiriad 1"), max_length=100, min_length=1, autocomplete="address-line1",
        missing=Words("Enter the first line of the address.", "Rhowch linell gyntaf y cyfeiriad."))]  # fmt: skip
    line_2: Annotated[str, field(Words("Address line 2 (optional)", "Llinell gyfeiriad 2 (dewisol)"), max_length=100,
                                 autocomplete="address-line2")] = ""  # fmt: skip
    town: Annotated[str, field(
        Words("Town or city", "Tref neu ddinas"), max_length=60, min_length=1, autocomplete="address-level2",
        missing=Words("Enter the town or city.", "Rhowch y dref neu'r ddinas."))]  # fmt: skip
    postcode: Annotated[str, field(
        Words("Postcode", "Cod post"), kind="postcode", max_length=10, min_length=1, autocomplete="postal-code",
        missing=Words("Enter the postcode.", "Rhowch y cod post."))]  # fmt: skip
    since: Annotated[date, field(
        Words("From which day?", "O ba ddiwrnod?"), kind="date", hint=Words("The day you move, or moved, in.", "Y diwrnod y byddwch yn symud, neu y symudoch, i mewn."),
        missing=Words("Enter the day you move, or moved, in.", "Rhowch y diwrnod y byddwch yn symud, neu y symudoch, i mewn."))]  # fmt: skip
    nation: Annotated[str, field(Words("Nation", "Gwlad"), hidden=True, kind="choice", choices=NATIONS.items())] = ""
    verified: Annotated[bool, field("Was evidence of it seen?", kind="yes_no", hidden=True)] = False

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        try:
            postcode(self.postcode)
        except NotAValue:
            wrong.append(Problem("postcode", POSTCODE))
        if self.role not in ADDRESS_ROLES:
            wrong.append(Problem("role", Words("Say which address this is.", "Nodwch pa gyfeiriad yw hwn.")))
        if self.nation and self.nation not in NATIONS:
            wrong.append(Problem("nation", Words("Choose the nation.", "Dewiswch y wlad.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        where = postcode(self.postcode)
        return [
            AddressChanged(
                role=self.role, nation=self.nation or nation_of_postcode(where), source=asked.by.line or asked.by.kind,
                verified=self.verified and asked.by.is_staff, lines=tuple(filter(None, (self.line_1, self.line_2, self.town))), postcode=where,
            )
        ]  # fmt: skip

    def takes_effect(self, asked: Asked) -> date:
        return self.since
