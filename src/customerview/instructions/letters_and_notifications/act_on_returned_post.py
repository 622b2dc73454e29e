"""Act on a letter that came back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .sending_facts import ReturnedPostActedOn

WHICH = Words("Choose the letter that came back.", "Dewiswch y llythyr a ddaeth yn ôl.")


def that_came_back(record: Record) -> Sequence[Choice]:
    """The letters that came back and that nobody has looked into: those that are owed for."""
    owed = [one.per for one in record.duties.of("act_on_returned_post")]
    held = record.sendings.letters
    names = [(letter, held[letter].title if letter in held and held[letter].title else letter) for letter in owed]
    return [Choice(letter, Words(name, name)) for letter, name in names]


class ActOnReturnedPost(Action, frozen=True, kw_only=True):
    """Say what was done about a letter that came back: addresses compared, the customer reached another way, the address put right."""

    about = records(Words("Act on returned post", "Gweithredu ar bost a ddychwelwyd"), may=STAFF)

    letter: Annotated[str, field(WHICH, kind="choice", choices=that_came_back, missing=WHICH, max_length=40)]
    reached: Annotated[
        bool,
        field(Words("Did you reach the customer another way?", "A wnaethoch gyrraedd y cwsmer mewn ffordd arall?"), kind="yes_no"),
    ]
    corrected: Annotated[
        bool,
        field(Words("Is the address put right or confirmed?", "A yw'r cyfeiriad wedi'i gywiro neu ei gadarnhau?"), kind="yes_no"),
    ]
    found: Annotated[str, field(Words("What did you find, comparing what each service holds?", "Beth welsoch chi, wrth gymharu'r hyn y mae pob gwasanaeth yn ei gadw?"),
                                kind="long_text", min_length=1, max_length=1000)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.letter in {c.value for c in that_came_back(record)} else [Problem("letter", WHICH)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ReturnedPostActedOn(letter=self.letter, reached=self.reached, corrected=self.corrected, found=self.found)]
