"""Choose the language."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import LANGUAGES, LanguageChosen

CHOOSE = Words("Choose English or Welsh.", "Dewiswch Gymraeg neu Saesneg.")


class ChooseLanguage(Action, frozen=True, kw_only=True):
    """You choose the language we speak and write to you in."""

    about = records(Words("Choose a language", "Dewis iaith"), may=("customer", "representative", *STAFF, "line_system"))

    language: Annotated[str, field(
        Words("Which language should we use?", "Pa iaith y dylem ei defnyddio?"), kind="choice", choices=LANGUAGES.items(), missing=CHOOSE)]  # fmt: skip
    interpreter: Annotated[str, field(
        Words("Do you need an interpreter? For which language? (optional)", "A oes angen dehonglydd arnoch? Ar gyfer pa iaith? (dewisol)"),
        hint=Words("For example: British Sign Language, Polish", "Er enghraifft: Iaith Arwyddion Prydain, Pwyleg"), max_length=40)] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.language in LANGUAGES else [Problem("language", CHOOSE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LanguageChosen(language=self.language, interpreter=self.interpreter.strip())]
