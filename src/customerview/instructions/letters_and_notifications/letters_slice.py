"""What the record knows of letters that have not left yet: `letters`."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, keep_latest

from .facts import LetterAskedFor, LetterReleased, LetterWithdrawn, LetterWritten, Quote

KEPT = 12
"""How many letters that wait, and how many requests for one, are kept at hand."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was written and has to be released or withdrawn."""

    letter: str
    number: int
    spec: str
    language: str
    form: str
    way: str
    about: str
    recipient: str
    role: str
    version: int
    edited: bool
    by: str
    """Whoever asked for it, else whoever wrote it."""
    parts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    content: str


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that a colleague asked for and that is not written yet."""

    spec: str
    about: str
    said: str
    by: str = ""


class Letters(Slice, kw_only=True):
    """Letters that wait to be released, by reference, and those asked for, by the number of the fact."""

    slice_name: ClassVar[str] = "letters"
    waiting: dict[str, Waiting] = {}
    asked: dict[int, Request] = {}

    @folds(LetterWritten)
    def was_written(self, fact: LetterWritten, happened: Recorded) -> None:
        asked, before = self.asked.pop(fact.asked, None), self.waiting.get(fact.letter)
        self.waiting[fact.letter] = Waiting(
            letter=fact.letter, number=happened.number, spec=fact.spec, language=fact.language, form=fact.form, way=fact.way,
            about=fact.about, recipient=fact.recipient, role=fact.role, version=fact.version, edited=fact.edited, by=asked.by if asked else before.by if before else happened.by,
            parts=fact.parts, quotes=fact.quotes, content=fact.content,
        )  # fmt: skip
        keep_latest(self.waiting, KEPT)

    @folds(LetterReleased, LetterWithdrawn)
    def settled(self, fact: LetterReleased | LetterWithdrawn, happened: Recorded) -> None:
        self.waiting.pop(fact.letter, None)

    @folds(LetterAskedFor)
    def wanted(self, fact: LetterAskedFor, happened: Recorded) -> None:
        self.asked[happened.number] = Request(spec=fact.spec, about=fact.about, said=fact.said, by=happened.by)
        keep_latest(self.asked, KEPT)
