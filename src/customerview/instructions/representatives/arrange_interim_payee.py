"""Keep the customer's money safe while it is settled who acts."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from .held_elsewhere_facts import InterimPayeeArranged
from .on_authority import OnAuthority


class ArrangeInterimPayee(OnAuthority, frozen=True, kw_only=True):
    """Somebody who may authorises a safe way for a customer's money, the same day, while it is settled who acts."""

    about = records(Words("Arrange a safe way to pay for now", "Trefnu ffordd ddiogel o dalu am y tro"), protects=True,
                    may=("team_leader", "operations_manager", "support_lead"))  # fmt: skip

    how: Annotated[str, field("How does the customer's money reach them meanwhile?", kind="long_text", min_length=3, max_length=500,
                              missing="Say how it reaches them.")]  # fmt: skip
    until: Annotated[date, field("Until which day?", kind="date", missing="Enter the last day.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.until < asked.today:
            wrong.append(
                Problem("until", Words("The last day must be today or later.", "Rhaid i'r diwrnod olaf fod heddiw neu'n hwyrach."))
            )
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [InterimPayeeArranged(authority=self.authority, until=self.until, how=self.how)]
