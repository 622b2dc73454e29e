"""What everything done about one balance has in common: that it is open, and whose it is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Problem, Record, Words, field

from .on_death import OnDeath


class OnBalance(OnDeath, frozen=True, kw_only=True):
    """Base of what is done about one balance at death."""

    balance: Annotated[int, field("Which balance?", kind="number", hidden=True)]

    def line(self, record: Record) -> str:
        found = record.death.balances.get(self.balance)
        return found.line if found else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.balance not in record.death.balances:
            wrong.append(Problem("balance", Words("There is no such balance open.", "Nid oes balans o'r fath ar agor.")))
        return wrong
