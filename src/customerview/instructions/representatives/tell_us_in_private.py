"""The customer is worried about somebody who acts for them, and tells us so that they cannot see it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from .facts import PrivateWorry, ToldInPrivate

REACHED_BY = {code: ROUTES[code] for code in ("mobile", "phone", "text", "email", "journal", "in_person")}


class TellUsInPrivate(Action, frozen=True, kw_only=True):
    """You tell us something that nobody who acts for you can see, and we speak to you alone."""

    about = records(Words("Tell us something in private", "Dweud rhywbeth wrthym yn breifat"), may=("customer", *STAFF), protects=True)

    worry: Annotated[str, field(
        Words("What would you like to tell us?", "Beth hoffech chi ei ddweud wrthym?"), kind="long_text", min_length=1, max_length=2000,
        hint=Words("Nobody who acts for you can see this.", "Ni all neb sy'n gweithredu ar eich rhan weld hyn."),
        missing=Words("Write what you would like to tell us.", "Ysgrifennwch yr hyn yr hoffech ei ddweud wrthym."))]  # fmt: skip
    route: Annotated[str, field(
        Words("How can we reach you safely? (optional)", "Sut gallwn ni eich cyrraedd yn ddiogel? (dewisol)"), kind="choice",
        choices=REACHED_BY.items())] = ""  # fmt: skip
    safe_way: Annotated[str, field(
        Words("When is it safe? (optional)", "Pryd mae'n ddiogel? (dewisol)"), max_length=200,
        hint=Words("For example: weekday mornings, when I am alone", "Er enghraifft: boreau'r wythnos, pan fyddaf ar fy mhen fy hun"))] = ""  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ToldInPrivate(route=self.route, safe_way=self.safe_way), PrivateWorry(told=record.number + 1, worry=self.worry)]
