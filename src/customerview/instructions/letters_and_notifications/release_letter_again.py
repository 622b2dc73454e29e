"""Release a letter that was held or not taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .sending_facts import LetterReleasedAgain

WAITING = ("held", "not_taken", "came_back")
WHICH = Words("Choose a letter that was not sent, or that came back.", "Dewiswch lythyr na chafodd ei anfon, neu a ddaeth yn ôl.")


def letters_here(record: Record) -> Sequence[Choice]:
    """The letters that somebody has to settle."""
    titles = [(one.letter, one.title or one.letter) for one in record.sendings.letters.values() if one.state in WAITING]
    return [Choice(letter, Words(title, title)) for letter, title in titles]


class ReleaseLetterAgain(Action, frozen=True, kw_only=True):
    """A letter that was not sent, or that came back, goes to the address of today. If the letter itself tells an old address, write a new one."""

    about = records(Words("Send a letter after all", "Anfon llythyr wedi'r cwbl"), may=STAFF)

    letter: Annotated[str, field(Words("Which letter?", "Pa lythyr?"), kind="choice", choices=letters_here, missing=WHICH, max_length=40)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.sendings.letters.get(self.letter)
        return [] if one and one.state in WAITING else [Problem("letter", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterReleasedAgain(letter=self.letter)]
