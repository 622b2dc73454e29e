"""Ask whether a letter in another form reached the customer and could be used."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .sending_facts import FormAskedAfter

WHICH = Words("Choose a letter we sent.", "Dewiswch lythyr a anfonom.")


class AskAfterForm(Action, frozen=True, kw_only=True):
    """You tell us whether the braille, audio, large print or other form reached you and whether you could use it."""

    about = records(Words("Say whether another form of a letter was of use", "Nodi a oedd ffurf arall ar lythyr o ddefnydd"),
                    may=("customer", "representative", *STAFF))  # fmt: skip

    letter: Annotated[str, field(Words("Which letter?", "Pa lythyr?"), hidden=True, max_length=40)] = ""
    form: Annotated[str, field(Words("What did people make?", "Beth wnaeth pobl?"), hidden=True, max_length=40)] = ""
    reached: Annotated[bool, field(Words("Did it reach you?", "A wnaeth eich cyrraedd?"), kind="yes_no")]
    usable: Annotated[bool, field(Words("Could you use it?", "A allech ei ddefnyddio?"), kind="yes_no")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        known = self.form in record.sendings.made if self.form else self.letter in record.sendings.letters
        return [] if known else [Problem("letter", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        form, letter = self.form, record.sendings.made.get(self.form, self.letter)
        form = form or record.sendings.letters[letter].form
        return [FormAskedAfter(letter=letter, form=form, reached=self.reached, usable=self.reached and self.usable)]
