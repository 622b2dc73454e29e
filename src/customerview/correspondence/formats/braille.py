"""A letter as a braille file (BRF): 40 cells to a line, 25 lines to a page, the page's number on the last.

English is Unified English Braille, contracted (grade 2) or not (grade 1); Welsh is by the Welsh tables. References and codes are never contracted.
"""

from __future__ import annotations

import json
import subprocess
import textwrap
from pathlib import Path

from customerview.config import node
from customerview.config.home import SOURCE

from ..content import Letter
from .linear import CODE, Piece, pieces

CELLS, LINES = 40, 25
TABLES = {"en": ("en-ueb-g1.ctb,roofs.uti", "en-ueb-g2.ctb,roofs.uti"), "cy": ("cy-cy-g1.utb", "cy-cy-g2.ctb")}
ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The character of a braille file for each of the 64 cells, in the order of Unicode's braille."""
FIRST_CELL = 0x2800
PLAINER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "•": "-", "…": "...", "\u00a0": " ", "\u2011": "-"})
"""Signs that the tables do not know, or not in every language."""
PROGRAM = Path(__file__).with_name("braille.mjs")


def as_braille(letter: Letter, grade: int = 2) -> bytes:
    """The file an embosser takes: lines end in carriage return and line feed, pages in a form feed."""
    lines = [line for one in letter.in_turn for line in _lines(one, grade)]
    pages = [lines[n : n + LINES - 1] for n in range(0, len(lines), LINES - 1)]
    numbers = translated([str(n) for n in range(1, len(pages) + 1)], letter.language, grade)
    made = []
    for page, number in zip(pages, numbers, strict=True):
        made.append("\r\n".join([*page, *[""] * (LINES - 1 - len(page)), brf(number).rjust(CELLS)]))
    return ("\r\n\f".join(made) + "\r\n\f").encode("ascii")


def _lines(letter: Letter, grade: int) -> list[str]:
    read = list(pieces(letter))
    cells = translated([piece.text for piece in read], letter.language, grade)
    return [line for piece, text in zip(read, cells, strict=True) for line in _laid_out(piece, brf(text))]


def translated(texts: list[str], language: str, grade: int = 2, *, back: bool = False) -> list[str]:
    """Each text in Unicode braille, or read `back` from it."""
    plain, contracted = TABLES[language]
    asked = {
        "table": contracted if grade == 2 else plain,
        "plain": plain,
        "back": back,
        "texts": [_parts(text) for text in texts],
    }
    louis = SOURCE / "node_modules" / "liblouis-build" / "build-no-tables-utf32.js"
    done = subprocess.run(
        [node.binary(), str(PROGRAM), str(louis)], input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout.splitlines()[-1])


def brf(cells: str) -> str:
    """Unicode braille as the characters of a braille file."""
    return "".join(ASCII[ord(cell) - FIRST_CELL] if FIRST_CELL <= ord(cell) < FIRST_CELL + 64 else " " for cell in cells)


def from_brf(text: str) -> str:
    """A braille file's characters as Unicode braille."""
    return "".join(chr(FIRST_CELL + ASCII.index(sign)) for sign in text.upper())


def _parts(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a code."""
    text, parts, at = text.translate(PLAINER), [], 0
    for code in CODE.finditer(text):
        parts += [(text[at : code.start()], False), (code.group(), True)]
        at = code.end()
    return [part for part in [*parts, (text[at:], False)] if part[0]]


def _laid_out(piece: Piece, cells: str) -> list[str]:
    """Headings have a line free before them; a paragraph begins in the third cell; what runs over a line stands in by two."""
    first, rest = {"paragraph": ("  ", ""), "item": ("- ", "  "), "row": ("", "  ")}.get(piece.kind, ("", ""))
    lines = textwrap.wrap(cells, CELLS, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [""]
    return ["", *lines] if piece.kind in ("title", "heading", "caption") else lines
