"""Edit a letter that waits: one paragraph in other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import LetterWritten
from .on_letter import OnLetter
from .reading import paragraphs, reworded

WHICH = Words("Choose the paragraph to change.", "Dewiswch y paragraff i'w newid.")


def every_paragraph(record: Record) -> Sequence[Choice]:
    """Each paragraph of each letter that waits, by letter and place."""
    return [
        Choice(f"{w.letter}:{place}", Words(text, text))
        for w in record.letters.waiting.values() for place, text in paragraphs(w.content).items()
    ]  # fmt: skip


class EditLetter(OnLetter, frozen=True, kw_only=True):
    """A colleague says something in a letter in other words. A second person then reads it before it leaves."""

    about = records("Edit a letter that waits", may=STAFF)

    paragraph: Annotated[str, field("Which paragraph?", kind="choice", choices=every_paragraph, missing=WHICH, max_length=60)]
    text: Annotated[str, field("What should it say instead?", kind="long_text", min_length=1, max_length=2000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        letter, _, place = self.paragraph.rpartition(":")
        if not wrong and (letter != self.letter or not place.isdecimal() or int(place) not in paragraphs(self.of(record).content)):
            wrong.append(Problem("paragraph", WHICH))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        w = self.of(record)
        return [
            LetterWritten(
                letter=w.letter, spec=w.spec, language=w.language, form=w.form, way=w.way, about=w.about, recipient=w.recipient,
                content=reworded(w.content, int(self.paragraph.rpartition(":")[2]), self.text), version=w.version, role=w.role,
                edited=True, parts=w.parts, quotes=w.quotes,
            )
        ]  # fmt: skip
