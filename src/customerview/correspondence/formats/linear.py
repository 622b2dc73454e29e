"""A letter as one thing after another, for every form that is read in one line: text, braille and speech.

A row of a table becomes its labels, each with what stands beside it. A code to be scanned is left out: it is a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..content import Code, Details, Heading, Items, Letter, Paragraph, Table

CODE = re.compile(r"\b(?:[A-Z0-9]{4,}(?:-[A-Z0-9]{4,})+|(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,})\b")
"""A reference, a share code or half a postcode: capitals with figures among them or in groups. It is spelt, never read as a word."""


class Piece(NamedTuple):
    kind: str
    """title, heading, paragraph, item, caption, row or front (who, when and to whom)."""
    text: str


def pieces(letter: Letter) -> Iterator[Piece]:
    """What the letter says, in the order in which it is read."""
    front = (letter.sender, letter.date_words, letter.reference_words, *letter.to)
    yield from (Piece("front", line) for line in front if line)
    yield Piece("title", letter.title)
    for block in letter.blocks:
        match block:
            case Heading(text):
                yield Piece("heading", text)
            case Paragraph(text):
                yield Piece("paragraph", text)
            case Items(items):
                yield from (Piece("item", item) for item in items)
            case Details(rows):
                yield from (Piece("row", f"{label}: {value}") for label, value in rows if value)
            case Table(caption, head, rows):
                yield Piece("caption", caption)
                for row in rows:
                    yield from (Piece("row", f"{label}: {cell}") for label, cell in zip(head, row, strict=True) if cell)
            case Code():
                continue
