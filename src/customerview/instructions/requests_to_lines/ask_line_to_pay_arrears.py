"""Ask a line to pay arrears that are not in doubt."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Asked, Problem, Record, Words, asks, field

from ..roles import STAFF
from .asking import AskLine

ARREARS = {
    "decision": Words("A decision raised the award", "Codwyd y dyfarniad gan benderfyniad"),
    "shortfall": Words("Less was paid than was due", "Talwyd llai nag oedd yn ddyledus"),
    "refund": Words("A deduction is to be paid back", "Mae didyniad i'w dalu'n ôl"),
}


class AskLineToPayArrears(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to pay what it still owes for a period that is over."""

    what: ClassVar[str] = "pay_arrears"
    about = asks(Words("Ask the line to pay arrears", "Gofyn i'r llinell dalu ôl-ddyledion"), may=STAFF)

    item: Annotated[str, field("Why is it owed?", kind="choice", choices=ARREARS.items(), missing="Choose why it is owed.")]
    from_day: Annotated[date, field("From which day?", kind="date", missing="Enter the first day it is owed for.")]
    to_day: Annotated[date, field("Up to which day?", kind="date", missing="Enter the last day it is owed for.")]
    amount: Annotated[int, field("How much, if it is known?", kind="money", ge=0, le=100_000_000)] = 0
    why: Annotated[str, field("What makes it certain?", kind="long_text", min_length=3, max_length=1000,
                              hint="The decision, the letter or the payments that show it.", missing="Say what makes it certain.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.to_day < self.from_day:
            wrong.append(Problem("to_day", Words("The last day is before the first.", "Mae'r diwrnod olaf cyn y cyntaf.")))
        elif self.to_day > asked.today:
            wrong.append(
                Problem("to_day", Words("Arrears are for days that are over.", "Mae ôl-ddyledion am ddyddiau sydd wedi mynd heibio."))
            )
        return wrong
