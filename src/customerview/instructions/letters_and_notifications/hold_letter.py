"""Hold a letter that may not leave."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .sending_facts import HELD, LetterHeld


class HoldLetter(Action, frozen=True, kw_only=True):
    """A letter is kept back for now, and somebody has to settle what becomes of it."""

    about = records(Words("Keep a letter back", "Cadw llythyr yn ôl"), may=("job",), protects=True)

    letter: Annotated[str, field("Which letter?", hidden=True, max_length=40)]
    why: Annotated[str, field("What stood in the way?", kind="choice", choices=HELD.items(), hidden=True)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterHeld(letter=self.letter, why=self.why)]
