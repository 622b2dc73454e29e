"""Record that evidence of an address was seen."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ADDRESS_ROLES, AddressVerified


class VerifyAddress(Action, frozen=True, kw_only=True):
    """Somebody saw evidence that a customer lives at, or gets letters at, an address."""

    about = records(Words("Record that an address was verified", "Cofnodi bod cyfeiriad wedi'i wirio"), may=(*STAFF, "line_system"))

    role: Annotated[str, field("Which address?", kind="choice", choices=ADDRESS_ROLES.items())]
    evidence: Annotated[str, field("What was seen?", kind="choice", choices=[
        ("tenancy", "Tenancy agreement"), ("council_tax", "Council tax bill"), ("utility", "Utility bill"), ("bank", "Bank statement"),
        ("visit", "A visit"), ("other", "Something else")])]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.role in record.person.addresses:
            return []
        return [Problem("role", Words("No such address is known.", "Nid oes cyfeiriad o'r fath yn hysbys."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AddressVerified(role=self.role, evidence=self.evidence)]
