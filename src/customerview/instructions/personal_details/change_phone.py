"""Change a phone number, or how and when it is used."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ROUTES, RouteRecorded
from .values import PHONE, is_phone

NUMBERS = {route: ROUTES[route] for route in ("mobile", "phone", "text_relay", "video_relay")}


class ChangePhone(Action, frozen=True, kw_only=True):
    """You tell us a phone number we can reach you on."""

    about = records(Words("Change a phone number", "Newid rhif ffôn"), may=("customer", "representative", *STAFF, "line_system"))

    route: Annotated[str, field(
        Words("What kind of number is it?", "Pa fath o rif ydyw?"), kind="choice", choices=NUMBERS.items(),
        missing=Words("Say what kind of number it is.", "Nodwch pa fath o rif ydyw."))] = "mobile"  # fmt: skip
    number: Annotated[str, field(
        Words("Phone number", "Rhif ffôn"), kind="phone", max_length=30, min_length=1, autocomplete="tel", missing=PHONE)]  # fmt: skip
    times: Annotated[str, field(
        Words("When is a good time to call? (optional)", "Pryd mae amser da i ffonio? (dewisol)"), max_length=100,
        hint=Words("For example: after 11am only", "Er enghraifft: ar ôl 11yb yn unig"))] = ""  # fmt: skip
    preferred: Annotated[bool, field(
        Words("Is this the best way to reach you?", "Ai dyma'r ffordd orau o'ch cyrraedd?"), kind="yes_no")] = False  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if is_phone(self.number) else [Problem("number", PHONE)]
        if self.route not in NUMBERS:
            wrong.append(Problem("route", Words("Say what kind of number it is.", "Nodwch pa fath o rif ydyw.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        source = asked.by.line or asked.by.kind
        return [RouteRecorded(route=self.route, value=self.number.strip(), times=self.times, preferred=self.preferred, source=source)]
