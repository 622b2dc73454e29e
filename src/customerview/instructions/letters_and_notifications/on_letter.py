"""What every action on a letter that waits has in common: which one it is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

from .letters_slice import Waiting

WHICH = Words("Choose a letter that is waiting.", "Dewiswch lythyr sy'n aros.")


class OnLetter(Action, frozen=True, kw_only=True):
    """An action on a letter that waits."""

    letter: Annotated[str, field(Words("Which letter?", "Pa lythyr?"), hidden=True, missing=WHICH, max_length=40)]

    def of(self, record: Record) -> Waiting:
        return record.letters.waiting[self.letter]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.letter in record.letters.waiting else [Problem("letter", WHICH)]
