"""A letter is facts in, typed content out: one model that every format is made from."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from customerview.kernel import Words, in_words

from .qr import as_data_uri


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    text: str


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    text: str


class Items(msgspec.Struct, frozen=True, tag="items"):
    """A list; each entry one sentence."""

    items: tuple[str, ...]


class Details(msgspec.Struct, frozen=True, tag="details"):
    """Labels and what stands beside them, in order."""

    rows: tuple[tuple[str, str], ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with a caption; every row is as long as the head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Code(msgspec.Struct, frozen=True, tag="code"):
    """A QR: what it holds, what is said instead of it, and the sentence under it."""

    text: str
    alternative: str
    under: str

    @property
    def picture(self) -> str:
        """An address that holds the picture itself, for pages."""
        return as_data_uri(self.text)


Block = Heading | Paragraph | Items | Details | Table | Code


class EasyRead(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter says in easy read: its own words, one idea to a sentence, never the letter's words in larger print."""

    title: str
    blocks: tuple[Block, ...]
    reviewed: bool = False
    """Whether people with learning disabilities have read these words and found that they can be understood."""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """All that one letter says, in one language, and to whom."""

    language: str
    title: str
    reference: str
    issued: date
    sender: str
    to: tuple[str, ...]
    blocks: tuple[Block, ...]
    date_words: str
    page_words: str
    """How a page is counted, with {n} and {of}: "Page {n} of {of}"."""
    reference_words: str
    then: Letter | None = None
    """The same letter in English, which follows one in Welsh."""
    easy: EasyRead | None = None

    @property
    def in_turn(self) -> tuple[Letter, ...]:
        """The letter in each of its languages, in the order in which they are read."""
        return (self, self.then) if self.then else (self,)

    @property
    def in_easy_read(self) -> Letter | None:
        """The letter in its easy read words, in each of its languages. None: nobody has written any for it."""
        if self.easy is None:
            return None
        return msgspec.structs.replace(
            self, title=self.easy.title, blocks=self.easy.blocks, then=self.then.in_easy_read if self.then else None, easy=None
        )


PAGE = Words("Page {n} of {of}", "Tudalen {n} o {of}")
REFERENCE = Words("Reference: {reference}", "Cyfeirnod: {reference}")


def in_the_frame(language: str, reference: str, issued: date) -> dict[str, Any]:
    """What every letter has around what it says: its language, reference and day, and how they and its pages are said."""
    return {
        "language": language, "reference": reference, "issued": issued, "date_words": in_words(issued, language), "page_words": PAGE.say(language),
        "reference_words": REFERENCE.say(language, reference=reference),
    }  # fmt: skip
