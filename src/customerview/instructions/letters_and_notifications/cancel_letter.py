"""Cancel a letter that was not sent."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .release_letter_again import WHICH, letters_here
from .sending_facts import LetterCancelled


class CancelLetter(Action, frozen=True, kw_only=True):
    """A letter that was held will not be sent."""

    about = records(Words("Cancel a letter", "Canslo llythyr"), may=STAFF)

    letter: Annotated[str, field(Words("Which letter?", "Pa lythyr?"), kind="choice", choices=letters_here, missing=WHICH, max_length=40)]
    why: Annotated[str, field(Words("Why is it not needed?", "Pam nad oes ei angen?"), kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.sendings.letters.get(self.letter)
        return [] if one and one.state in ("held", "not_taken") else [Problem("letter", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterCancelled(letter=self.letter, why=self.why)]
