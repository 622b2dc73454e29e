"""Say that one does not agree with a decision."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .received import said_to_be
from .send_message_to_us import awards


class SayYouDisagree(Action, frozen=True, kw_only=True):
    """Tell us that you do not agree with a decision. It counts from the day you say it."""

    about = records(
        Words("Say that you do not agree with a decision", "Dweud nad ydych yn cytuno â phenderfyniad"), may=("customer", "representative")
    )

    award: Annotated[
        str,
        field(
            Words("Which benefit is the decision about?", "Pa fudd-dal mae'r penderfyniad yn ymwneud ag ef?"), kind="choice", choices=awards
        ),
    ] = ""
    text: Annotated[
        str,
        field(Words("What do you not agree with, and why?", "Beth nad ydych yn cytuno ag ef, a pham?"), kind="long_text", min_length=1, max_length=5000,
              hint=Words("Use your own words. If you have something that shows it, say what it is: you can send it later.",
                         "Defnyddiwch eich geiriau eich hun. Os oes gennych rywbeth sy'n ei ddangos, dywedwch beth ydyw: gallwch ei anfon yn nes ymlaen."),
              missing=Words("Say what you do not agree with", "Dywedwch beth nad ydych yn cytuno ag ef")),
    ]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return said_to_be("disagrees", record, "decision", self.text, self.award)
