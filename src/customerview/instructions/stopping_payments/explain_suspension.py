"""Tell a customer why their money is stopped, how to restart it and how to challenge it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from .facts import SuspensionExplained
from .on_suspension import OnSuspension


class ExplainSuspension(OnSuspension, frozen=True, kw_only=True):
    """The customer learns why their money is stopped, what starts it again, how to challenge it and where to get help today."""

    about = records(Words("Record that the customer was told", "Cofnodi bod y cwsmer wedi cael gwybod"), may=(*STAFF, "job"))

    route: Annotated[str, field("How were they told?", kind="choice", choices=ROUTES.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SuspensionExplained(**self.of_award(record), route=self.route)]
