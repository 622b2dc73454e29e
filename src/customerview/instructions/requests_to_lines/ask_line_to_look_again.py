"""Ask a line to look at a decision again, with what the customer said."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Asked, Problem, Record, Words, asks, field

from ..roles import STAFF
from .asking import AskLine

DECISIONS = {
    "entitlement": Words("Whether they can get it", "A allant ei gael"),
    "amount": Words("How much it is", "Faint ydyw"),
    "dates": Words("From or to which day", "O neu hyd at ba ddiwrnod"),
    "overpayment": Words("An overpayment", "Gordaliad"),
    "reduction": Words("A reduction or sanction", "Gostyngiad neu sancsiwn"),
    "other": Words("Another decision", "Penderfyniad arall"),
}


class AskLineToLookAgain(AskLine, frozen=True, kw_only=True):
    """The service that made a decision is asked to look at it again, with what the customer said and the day they said it."""

    what: ClassVar[str] = "look_again"
    about = asks(Words("Ask the line to look again at a decision", "Gofyn i'r llinell edrych eto ar benderfyniad"), may=STAFF)

    item: Annotated[str, field("What was decided?", kind="choice", choices=DECISIONS.items(), missing="Choose what was decided.")]
    from_day: Annotated[
        date, field("When was it decided?", kind="date", hint="The day on the letter.", missing="Enter the day of the decision.")
    ]
    why: Annotated[str, field("What does the customer say, in their own words?", kind="long_text", min_length=3, max_length=1000,
                              missing="Say what the customer told you.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.from_day > asked.today:
            wrong.append(
                Problem("from_day", Words("A decision that was made was made before now.", "Gwnaed penderfyniad a wnaed cyn hyn."))
            )
        return wrong
