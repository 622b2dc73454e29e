"""Ask for a letter to be written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field

from ..directory import BENEFITS
from ..roles import STAFF
from .facts import LetterAskedFor
from .kinds import LETTERS

ABOUT_AWARD = [code for code, kind in LETTERS.items() if kind.asked and code != "message_answer"]


def awards_here(record: Record) -> Sequence[Choice]:
    """The awards a letter can be about."""
    return [Choice(a.award, BENEFITS[a.benefit]) for a in record.awards.held.values() if a.benefit in BENEFITS]


class AskForLetter(Action, frozen=True, kw_only=True):
    """A letter to the customer is wanted. Its amounts, days and names come from the record; it is checked before it leaves."""

    about = asks(Words("Write a letter", "Ysgrifennu llythyr"), may=(*STAFF, "job"))

    letter: Annotated[str, field("Which letter?", kind="choice", choices=[(c, k.words) for c, k in LETTERS.items() if k.asked],
                               missing="Choose which letter.")]  # fmt: skip
    award: Annotated[str, field("Which benefit is it about?", kind="choice", choices=awards_here, max_length=40,
                                hint="An answer to a message needs none.")] = ""  # fmt: skip
    said: Annotated[str, field("What do you want to say, in plain words?", kind="long_text", max_length=2000,
                               hint="Leave a line empty between two paragraphs. Amounts and days must be those in the record.")] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        kind = LETTERS.get(self.letter)
        if kind is None or not kind.asked:
            return [Problem("letter", Words("Choose which letter.", "Dewiswch pa lythyr."))]
        if self.letter in ABOUT_AWARD and self.award not in record.awards.held:
            wrong.append(Problem("award", Words("Choose the benefit it is about.", "Dewiswch y budd-dal dan sylw.")))
        if self.letter == "suspension" and self.award not in record.suspensions.open:
            wrong.append(Problem("award", Words("This benefit is not stopped.", "Nid yw'r budd-dal hwn wedi'i atal.")))
        if kind.own_words and not self.said.strip():
            wrong.append(Problem("said", Words("Write what you want to say.", "Ysgrifennwch yr hyn rydych am ei ddweud.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterAskedFor(spec=self.letter, about=self.award, said=self.said.strip())]
