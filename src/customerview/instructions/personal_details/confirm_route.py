"""Confirm that a way of reaching the customer works."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import RouteConfirmed
from .stop_using_route import NOT_KNOWN, known_routes


class ConfirmRoute(Action, frozen=True, kw_only=True):
    """You confirm that we can reach you this way."""

    about = records(
        Words("Confirm a way of reaching you", "Cadarnhau ffordd o'ch cyrraedd"), may=("customer", "representative", *STAFF, "job")
    )

    route: Annotated[str, field(
        Words("Which way works?", "Pa ffordd sy'n gweithio?"), kind="choice", choices=known_routes, missing=NOT_KNOWN)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.route in record.person.routes else [Problem("route", NOT_KNOWN)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RouteConfirmed(route=self.route)]
