"""Record that a way of reaching the customer does not work."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import ROUTE_FAILURES, ROUTES, RouteFailed


class RecordRouteFailed(Action, frozen=True, kw_only=True):
    """A letter came back, a number is wrong, or an email could not be delivered."""

    about = records(Words("Record that a way of reaching the customer does not work", "Cofnodi nad yw ffordd o gyrraedd y cwsmer yn gweithio"),
                    may=(*STAFF, "line_system", "job"))  # fmt: skip

    route: Annotated[str, field("Which way?", kind="choice", choices=ROUTES.items())]
    how: Annotated[str, field("What happened?", kind="choice", choices=ROUTE_FAILURES.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RouteFailed(route=self.route, how=self.how)]
