"""Write a letter: the room that writes hands over what its content specification made."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import LetterWritten, Quote
from .kinds import LETTERS


class WriteLetter(Action, frozen=True, kw_only=True):
    """A letter to you is written from what your record holds. It has not left yet."""

    about = records("Write down a letter", may=("job",))

    letter: Annotated[str, field("Its reference", hidden=True, max_length=40)]
    spec: Annotated[str, field("Which letter?", hidden=True, max_length=40)]
    language: Annotated[str, field("In which language?", hidden=True, max_length=2)]
    form: Annotated[str, field("In which form?", hidden=True, max_length=40)]
    way: Annotated[str, field("How?", hidden=True, max_length=40)]
    content: Annotated[str, field("What it says", hidden=True, max_length=60_000)]
    version: Annotated[int, field("Which version of its specification?", kind="number", hidden=True)] = 1
    about_what: Annotated[str, field("What is it about?", hidden=True, max_length=60)] = ""
    recipient: Annotated[str, field("To whom?", hidden=True, max_length=40)] = "customer"
    role: Annotated[str, field("To which address?", hidden=True, max_length=40)] = ""
    to_role: Annotated[str, field("Which address was chosen for it?", hidden=True, max_length=40)] = ""
    asked_by: Annotated[int, field("Which request?", kind="number", hidden=True)] = 0
    parts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.spec in LETTERS else [Problem("spec", Words("There is no such letter.", "Nid oes llythyr o'r fath."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            LetterWritten(
                letter=self.letter, spec=self.spec, language=self.language, form=self.form, way=self.way, about=self.about_what,
                recipient=self.recipient, content=self.content, version=self.version, role=self.role, asked=self.asked_by,
                parts=self.parts, quotes=self.quotes, to_role=self.to_role,
            )
        ]  # fmt: skip
