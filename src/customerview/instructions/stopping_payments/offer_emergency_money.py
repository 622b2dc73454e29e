"""Offer emergency money, and record what the customer answered."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..on_award import OnAward
from ..roles import STAFF
from .facts import EmergencyMoneyOffered

OFFERS = {
    "advance": Words("An advance", "Taliad ymlaen llaw"),
    "hardship": Words("A hardship payment", "Taliad caledi"),
    "part": Words("Part of the payment now", "Rhan o'r taliad nawr"),
    "local_help": Words("Help from the council or a local organisation", "Help gan y cyngor neu sefydliad lleol"),
}
ANSWERS = {
    "accepted": Words("Accepted", "Derbyniwyd"),
    "not_wanted": Words("Did not want it", "Nid oedd ei eisiau"),
    "to_think": Words("Wants to think about it", "Am feddwl amdano"),
    "not_reached": Words("Could not be asked: written to instead", "Ni ellid gofyn: ysgrifennwyd yn lle hynny"),
}


class OfferEmergencyMoney(OnAward, frozen=True, kw_only=True):
    """We offer help with money straight away when payments are stopped, reduced or late."""

    about = records(Words("Offer emergency money", "Cynnig arian brys"), may=STAFF, effect="gives", protects=True)

    offers: Annotated[tuple[str, ...], field("What did you offer?", kind="choices", choices=OFFERS.items())]
    answer: Annotated[str, field("What did the customer answer?", kind="choice", choices=ANSWERS.items())]
    pence: Annotated[int, field("How much, if an amount was agreed?", kind="money", ge=0)] = 0
    local_help: Annotated[str, field("Which local help?", max_length=200)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not self.offers or not set(self.offers) <= OFFERS.keys():
            wrong.append(Problem("offers", Words("Say what you offered.", "Nodwch beth a gynigiwyd gennych.")))
        if self.answer not in ANSWERS:
            wrong.append(Problem("answer", Words("Say what the customer answered.", "Nodwch beth oedd ateb y cwsmer.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            EmergencyMoneyOffered(
                **self.of_award(record), offers=self.offers, answer=self.answer, pence=self.pence, local_help=self.local_help
            )
        ]
