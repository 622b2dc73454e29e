"""Send the department a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Record, Words, field, records

from ..directory import BENEFITS
from ..roles import STAFF
from .received import ASKED_FOR, received


def awards(record: Record) -> Sequence[Choice]:
    """The awards a message can be about, and none in particular."""
    named = [Choice(a.award, BENEFITS[a.benefit]) for a in record.awards.held.values() if a.benefit in BENEFITS]
    return [*named, Choice("", Words("None of these, or I am not sure", "Dim un o'r rhain, neu nid wyf yn siŵr"))]


class SendMessageToUs(Action, frozen=True, kw_only=True):
    """Send us a message. A trained person reads it, and a team answers it."""

    about = records(Words("Send us a message", "Anfon neges atom"), may=("customer", "representative", *STAFF, "job"))

    topic: Annotated[str, field(Words("What is it about?", "Am beth mae hi?"), kind="choice", choices=ASKED_FOR,
                                missing=Words("Select what your message is about", "Dewiswch am beth mae eich neges"))]  # fmt: skip
    text: Annotated[
        str,
        field(Words("Your message", "Eich neges"), kind="long_text", min_length=1, max_length=5000,
              hint=Words("Write it in your own words. You can write in English or Welsh.",
                         "Ysgrifennwch yn eich geiriau eich hun. Gallwch ysgrifennu yn Gymraeg neu Saesneg."),
              missing=Words("Enter your message", "Rhowch eich neges")),
    ]  # fmt: skip
    award: Annotated[str, field(Words("Which benefit is it about?", "Pa fudd-dal mae'n ymwneud ag ef?"), kind="choice", choices=awards)] = (
        ""
    )

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [received(record, self.topic, self.text, self.award)]
