"""What every action on a letter that waits has in common: which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Problem, Record, Words, field

from .kinds import LETTERS
from .letters_slice import Waiting

WHICH = Words("Choose a letter that is waiting.", "Dewiswch lythyr sy'n aros.")


def waiting(record: Record) -> Sequence[Choice]:
    """The letters that wait to be released."""
    return [Choice(w.letter, Words(f"{LETTERS[w.spec].words.en} ({w.letter})", f"{LETTERS[w.spec].words.cy} ({w.letter})"))
            for w in record.letters.waiting.values() if w.spec in LETTERS]  # fmt: skip


class OnLetter(Action, frozen=True, kw_only=True):
    """An action on a letter that waits."""

    letter: Annotated[
        str, field(Words("Which letter?", "Pa lythyr?"), kind="choice", choices=waiting, missing=WHICH, max_length=40)
    ]

    def of(self, record: Record) -> Waiting:
        return record.letters.waiting[self.letter]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.letter in record.letters.waiting else [Problem("letter", WHICH)]
