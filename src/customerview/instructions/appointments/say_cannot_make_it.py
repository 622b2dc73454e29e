"""The customer says beforehand that they cannot make an appointment."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import CannotMakeItSaid
from .on_appointment import OnAppointment

SAID = Words("You told us this already. We will be in touch.", "Dywedoch hyn wrthym eisoes. Byddwn mewn cysylltiad.")
WISHES = {
    "move": Words("I would like another day or time", "Hoffwn gael diwrnod neu amser arall"),
    "cancel": Words("I cannot make it, and do not know when I can", "Ni allaf ddod, ac nid wyf yn gwybod pryd y gallaf"),
}


class SayCannotMakeIt(OnAppointment, frozen=True, kw_only=True):
    """You tell us that you cannot make an appointment. It is not counted as missed, and nothing is taken from you because of it."""

    about = records(Words("Move an appointment, or say you cannot make it", "Symud apwyntiad, neu ddweud na allwch ddod"),
                    may=("customer", "representative", *STAFF))  # fmt: skip

    wish: Annotated[str, field(Words("What would you like?", "Beth hoffech chi?"), kind="choice", choices=WISHES.items(),
                               missing=Words("Choose what you would like.", "Dewiswch beth hoffech chi."))]  # fmt: skip
    better: Annotated[str, field(
        Words("Which days or times are good for you? (optional)", "Pa ddyddiau neu amseroedd sy'n gyfleus i chi? (dewisol)"), max_length=300)] = ""  # fmt: skip
    said: Annotated[str, field(
        Words("Is there anything we should know? (optional)", "A oes unrhyw beth y dylem ei wybod? (dewisol)"), kind="long_text", max_length=500,
        hint=Words("You do not have to say why.", "Nid oes rhaid i chi ddweud pam."))] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if self.one(record).cannot:
            return [Problem("appointment", SAID)]
        return [] if self.wish in WISHES else [Problem("wish", Words("Choose what you would like.", "Dewiswch beth hoffech chi."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [CannotMakeItSaid(appointment=self.appointment, another=self.wish == "move", better=self.better, said=self.said)]
