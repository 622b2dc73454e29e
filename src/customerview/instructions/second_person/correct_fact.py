"""Correct an entry that was wrong. What was recorded stays; the record reads the right entry in its place."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec

from customerview.kernel import Action, Asked, Fact, NotAFact, Problem, Record, Words, field, records
from customerview.kernel.facts import FactCorrected

from ..roles import STAFF


class CorrectFact(Action, frozen=True, kw_only=True):
    """Something in a record was wrong, and is put right with a reason."""

    about = records(Words("Correct an entry", "Cywiro cofnod"), may=STAFF)

    corrects: Annotated[int, field("Which entry?", kind="number", hidden=True, ge=1)]
    kind: Annotated[str, field("What kind of entry is it?", hidden=True, max_length=60)] = ""
    replacement: dict[str, Any] = {}
    """The fields of the right entry, of the same kind. Without a kind: it never happened, and is taken out."""
    effective: Annotated[date | None, field("From which day is the right entry true?", kind="date")] = None
    why: Annotated[str, field("What was wrong, and how do you know?", kind="long_text", min_length=1, max_length=1000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.corrects > record.number:
            return [Problem("corrects", Words("There is no such entry.", "Nid oes cofnod o'r fath."))]
        try:
            self._right()
        except (NotAFact, msgspec.ValidationError, KeyError) as error:
            return [
                Problem("replacement", Words(f"The right entry is not complete: {error}", f"Nid yw'r cofnod cywir yn gyflawn: {error}"))
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        right = self._right()
        if right is None:
            return [FactCorrected(corrects=self.corrects, why=self.why)]
        code, data, apart = right
        return [
            FactCorrected(
                corrects=self.corrects, replacement_code=code, replacement=data, replacement_apart=apart,
                replacement_effective=self.effective, why=self.why,
            )
        ]  # fmt: skip

    def _right(self) -> tuple[int, bytes, bytes] | None:
        if not self.kind:
            return None
        # Read when it is asked: the catalogue holds this action too.
        from customerview.instructions import catalogue

        kinds = catalogue().kinds
        right = msgspec.convert(self.replacement, kinds.by_name[self.kind])
        data, apart = kinds.encode(right)
        return right.kind.code, data, apart or b""
