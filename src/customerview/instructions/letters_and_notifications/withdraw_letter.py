"""Withdraw a letter that was not released."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import LetterWithdrawn
from .on_letter import OnLetter


class WithdrawLetter(OnLetter, frozen=True, kw_only=True):
    """A letter that was written is not sent."""

    about = records(Words("Withdraw a letter", "Tynnu llythyr yn ôl"), may=(*STAFF, "job"))

    why: Annotated[str, field("Why is it not needed?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LetterWithdrawn(letter=self.letter, spec=self.of(record).spec, why=self.why)]
