"""Work out what a line owed the person at death, or was owed."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import BalanceWorkedOut
from .on_death import OnDeath


class WorkOutBalance(OnDeath, frozen=True, kw_only=True):
    """What was owed either way on the day the person died."""

    about = records(Words("Record what was owed at death", "Cofnodi'r hyn oedd yn ddyledus adeg y farwolaeth"),
                    may=("line_system", "case_manager", "decision_maker", "bereavement_officer"))  # fmt: skip

    owed: Annotated[int, field("How much did we owe, in pence?", kind="money", ge=0)]
    overpaid: Annotated[int, field("How much was paid for days after the death, in pence?", kind="money", ge=0)] = 0

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BalanceWorkedOut(line=asked.by.line, owed=self.owed, overpaid=self.overpaid)]
