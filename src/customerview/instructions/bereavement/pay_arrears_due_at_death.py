"""Ask a line to pay a balance to the verified payee."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from .facts import ArrearsPaymentAsked
from .on_balance import OnBalance
from .on_kin import people


class PayArrearsDueAtDeath(OnBalance, frozen=True, kw_only=True):
    """What was due to somebody who died is paid to the person entitled to it."""

    about = asks(Words("Pay what was due at death", "Talu'r hyn oedd yn ddyledus adeg y farwolaeth"), effect="gives", own_line_only=True,
                 may=("case_manager", "decision_maker"))  # fmt: skip

    person: Annotated[int, field("Who is paid?", kind="choice", choices=people)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and not record.death.balances[self.balance].owed:
            wrong.append(Problem("balance", Words("Nothing is owed to them.", "Nid oes dim yn ddyledus iddynt.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.death.balances[self.balance]
        return [ArrearsPaymentAsked(balance=self.balance, line=held.line, person=self.person, pence=held.owed)]
