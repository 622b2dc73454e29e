"""Ask a line to change the day or the account of payments, as the customer told us."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from customerview.kernel import Asked, Problem, Record, Words, asks, field

from .asking import AskLine

CHANGES = {
    "account": Words("The account", "Y cyfrif"),
    "day": Words("The day", "Y diwrnod"),
    "how_often": Words("How often", "Pa mor aml"),
}


class AskLineToChangePayment(AskLine, frozen=True, kw_only=True):
    """The service that pays a benefit is asked to pay on another day or into another account, as the customer told us."""

    what: ClassVar[str] = "change_payment"
    about = asks(Words("Ask the line to change the day or account", "Gofyn i'r llinell newid y diwrnod neu'r cyfrif"),
                 may=("agent", "case_manager", "decision_maker", "team_leader", "operations_manager", "visiting_officer", "support_lead"))  # fmt: skip

    item: Annotated[str, field("What is to change?", kind="choice", choices=CHANGES.items(), missing="Choose what is to change.")]
    from_day: Annotated[date, field("From which payment day on?", kind="date", missing="Enter the first payment day it is for.")]
    account_name: Annotated[str, field("If the account: the name on it", max_length=100)] = ""
    sort_code: Annotated[str, field("Its sort code", pattern=r"^([0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2})?$", max_length=8,
                                    missing="Enter a sort code like 00-00-00.")] = ""  # fmt: skip
    account_number: Annotated[str, field("Its number", pattern=r"^([0-9]{6,8})?$", max_length=8,
                                         missing="Enter an account number of 6 to 8 digits.")] = ""  # fmt: skip
    why: Annotated[str, field("What did the customer tell us?", kind="long_text", min_length=3, max_length=1000,
                              hint="Their words, and how they told us.", missing="Say what the customer told us.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.item == "account":
            whole = {"account_name": self.account_name, "sort_code": self.sort_code, "account_number": self.account_number}
            wrong += [
                Problem(name, Words("Enter this for the new account.", "Rhowch hwn ar gyfer y cyfrif newydd."))
                for name, given in whole.items()
                if not given.strip()
            ]
        if self.from_day < asked.today:
            wrong.append(Problem("from_day", Words("This day is past.", "Mae'r diwrnod hwn wedi mynd heibio.")))
        return wrong
