"""Say whether an address or a way of being reached is safe: whether it reaches only the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ADDRESS_ROLES, ROUTES, AddressSafetySaid, RouteSafetySaid

CHOOSE = Words("Choose what this is about.", "Dewiswch beth mae hyn yn ymwneud ag ef.")


class SayWhetherSafe(Action, frozen=True, kw_only=True):
    """You tell us, so that nobody else can see it, whether what we send there reaches only you."""

    about = records(Words("Say whether it is safe to reach you this way", "Nodi a yw'n ddiogel eich cyrraedd fel hyn"), protects=True,
                    may=("customer", *STAFF))  # fmt: skip

    what: Annotated[str, field(
        Words("What is this about?", "Beth mae hyn yn ymwneud ag ef?"), kind="choice", choices=[*ADDRESS_ROLES.items(), *ROUTES.items()], missing=CHOOSE)]  # fmt: skip
    safe: Annotated[bool, field(
        Words("Is it safe? Does only you see what we send?", "A yw'n ddiogel? Ai chi yn unig sy'n gweld yr hyn a anfonwn?"), kind="yes_no",
        missing=Words("Say yes or no.", "Nodwch ydy neu nac ydy."))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.what in ADDRESS_ROLES or self.what in ROUTES else [Problem("what", CHOOSE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        if self.what in ADDRESS_ROLES:
            return [AddressSafetySaid(role=self.what, safe=self.safe)]
        return [RouteSafetySaid(route=self.what, safe=self.safe)]
