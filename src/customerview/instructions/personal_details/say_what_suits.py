"""Say whether a way of being reached suits the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ROUTES, RouteSuitabilitySaid

CHOOSE = Words("Choose one of the ways of reaching you.", "Dewiswch un o'r ffyrdd o'ch cyrraedd.")


class SayWhatSuits(Action, frozen=True, kw_only=True):
    """You tell us whether we should use a way of reaching you, or never use it."""

    about = records(Words("Say which ways of reaching you suit you", "Nodi pa ffyrdd o'ch cyrraedd sy'n addas i chi"),
                    may=("customer", "representative", *STAFF))  # fmt: skip

    route: Annotated[str, field(Words("Which way of reaching you?", "Pa ffordd o'ch cyrraedd?"), kind="choice", choices=ROUTES.items(),
                                missing=CHOOSE)]  # fmt: skip
    suits: Annotated[bool, field(Words("Does it suit you?", "A yw'n addas i chi?"), kind="yes_no",
                                 missing=Words("Say yes or no.", "Nodwch ydy neu nac ydy."))]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.route in ROUTES else [Problem("route", CHOOSE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RouteSuitabilitySaid(route=self.route, suits=self.suits)]
