"""Ask a line to stop a letter or a deduction meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Asked, Problem, Record, Words, asks, field

from ..roles import STAFF
from .asking import AskLine

STOPPED = {
    "letter": Words("A letter", "Llythyr"),
    "deduction": Words("A deduction", "Didyniad"),
    "both": Words("A deduction, and letters about it", "Didyniad, a llythyrau amdano"),
}


class AskLineToHold(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to stop a letter or a deduction while something is found out."""

    what: ClassVar[str] = "hold_meanwhile"
    about = asks(
        Words("Ask the line to stop a letter or deduction meanwhile", "Gofyn i'r llinell atal llythyr neu ddidyniad yn y cyfamser"),
        may=STAFF,
    )

    item: Annotated[str, field("What is to stop?", kind="choice", choices=STOPPED.items(), missing="Choose what is to stop.")]
    to_day: Annotated[date, field("Until which day, at most?", kind="date", missing="Enter the day until which it should stop.")]
    why: Annotated[
        str, field("What is being found out?", kind="long_text", min_length=3, max_length=1000, missing="Say what is being found out.")
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.to_day <= asked.today:
            wrong.append(Problem("to_day", Words("Choose a day to come.", "Dewiswch ddiwrnod i ddod.")))
        return wrong
