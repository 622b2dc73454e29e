"""Record that the customer was told of a change to a payment."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..on_award import OnAward
from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .facts import PaymentChangeTold


class TellOfPaymentChange(OnAward, frozen=True, kw_only=True):
    """We tell you that the date or the amount of your payment changes, before it does."""

    about = records(Words("Record that the customer was told of a payment change", "Cofnodi y dywedwyd wrth y cwsmer am newid i daliad"),
                    may=(*STAFF, "line_system"))  # fmt: skip

    route: Annotated[str, field("How were they told?", kind="choice", choices=ROUTES.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.route not in ROUTES:
            wrong.append(Problem("route", Words("Say how they were told.", "Nodwch sut y dywedwyd wrthynt.")))
        elif why := why_not_usable(self.route, record):
            wrong.append(
                Problem(
                    "route",
                    Words(f"This was no way they can use: {why}", f"Nid oedd hon yn ffordd y gallant ei defnyddio: {why}"),
                )
            )
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PaymentChangeTold(award=self.award, route=self.route)]
