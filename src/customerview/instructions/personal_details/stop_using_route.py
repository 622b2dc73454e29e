"""Stop using a number or email address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ROUTES, RouteEnded

NOT_KNOWN = Words("Choose one of the ways we know.", "Dewiswch un o'r ffyrdd yr ydym yn eu gwybod.")


def known_routes(record: Record) -> Sequence[Choice]:
    """The routes this record knows, with their number or address beside them."""
    return [Choice(r.route, ROUTES[r.route], Words(r.value, r.value) if r.value else None) for r in record.person.routes.values()]


class StopUsingRoute(Action, frozen=True, kw_only=True):
    """You tell us to stop using a phone number or an email address."""

    about = records(Words("Stop using a phone number or email address", "Rhoi'r gorau i ddefnyddio rhif ffôn neu gyfeiriad e-bost"),
                    may=("customer", "representative", *STAFF, "line_system"))  # fmt: skip

    route: Annotated[str, field(
        Words("Which one should we stop using?", "Pa un y dylem roi'r gorau i'w ddefnyddio?"), kind="choice", choices=known_routes, missing=NOT_KNOWN)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.route in record.person.routes else [Problem("route", NOT_KNOWN)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RouteEnded(route=self.route)]
