"""Tell the customer what the line answered: by a message in their account, by letter, or by word of mouth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, asks, field, words

from ..directory import team
from ..journal_and_callbacks.facts import MessageSent
from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .facts import CustomerToldOfAnswer
from .on_request import OnRequest

SENT = ("journal", "post")
"""Ways by which it is sent as it is written here."""
SPOKEN = ("mobile", "phone", "text_relay", "video_relay", "in_person")
"""Ways by which somebody told them."""
SUBJECT = Words("What the team that pays your {benefit:benefit} answered", "Ateb y tîm sy'n talu eich {benefit:benefit}")


def ways(record: Record) -> Sequence[Choice]:
    """Those ways of sending that reach this customer, and every way of speaking."""
    return [Choice(route, ROUTES[route]) for route in (*SENT, *SPOKEN) if route in SPOKEN or why_not_usable(route, record) is None]


class TellOfLineAnswer(OnRequest, frozen=True, kw_only=True):
    """You are told what the team that pays your benefit answered, and what you can do if it is not what you need."""

    about = asks(
        Words("Tell the customer what the line answered", "Dweud wrth y cwsmer beth oedd ateb y llinell"), may=STAFF, outgoing=True
    )

    route: Annotated[str, field("How are they told?", kind="choice", choices=ways, max_length=20, missing="Choose how they are told.",
                                hint="A message or a letter goes out as you write it here. By the other ways, you told them yourself.")]  # fmt: skip
    said: Annotated[str, field("What are they told?", kind="long_text", min_length=3, max_length=2000,
                               hint="If it was refused: why, and what they can do.", missing="Say what they are told.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and record.line_requests.open[self.line_request].stage != "answered":
            wrong.append(Problem("line_request", Words("The line has not answered yet.", "Nid yw'r llinell wedi ateb eto.")))
        if self.route not in (*SENT, *SPOKEN):
            wrong.append(Problem("route", Words("Choose how they are told.", "Dewiswch sut y dywedir wrthynt.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        of: dict[str, Any] = self.of_request(record)
        told = CustomerToldOfAnswer(**of, route=self.route, said=self.said)
        if self.route != "journal":
            return [told]  # a letter is written from this fact, as every letter is
        by = asked.by
        subject = words(SUBJECT).say(record.person.language if record.person.language in ("en", "cy") else "en", benefit=of["benefit"])
        sent_by = by.teams[0] if by.teams else team(by.line or "OPERATIONS")
        return [MessageSent(line=by.line or str(of["line"]), team=sent_by, subject=subject, text=self.said), told]
