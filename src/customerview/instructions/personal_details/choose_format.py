"""Choose the format of everything written."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import FormatChosen
from .formats import FORMATS

CHOOSE = Words("Choose how we should write to you.", "Dewiswch sut y dylem ysgrifennu atoch.")


class ChooseFormat(Action, frozen=True, kw_only=True):
    """You choose how we write to you: print in a size and on a colour, easy read, braille, audio, for a screen, or a sign language video."""

    about = records(Words("Choose how we write to you", "Dewis sut rydym yn ysgrifennu atoch"),
                    may=("customer", "representative", *STAFF, "line_system"))  # fmt: skip

    format: Annotated[str, field(
        Words("How should we write to you?", "Sut y dylem ysgrifennu atoch?"), kind="choice", choices=FORMATS.items(), missing=CHOOSE)]  # fmt: skip
    detail: Annotated[str, field(
        Words("Anything we should know about it? (optional)", "Unrhyw beth y dylem ei wybod amdano? (dewisol)"), max_length=100,
        hint=Words("For example: bold print, or a disc for audio", "Er enghraifft: print trwm, neu ddisg ar gyfer sain"))] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.format in FORMATS else [Problem("format", CHOOSE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [FormatChosen(format=self.format, detail=self.detail)]
