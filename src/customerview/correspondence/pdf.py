"""A letter as a PDF that a screen reader reads and an archive keeps: PDF/UA-1 and PDF/A-3a, by typst.

The same letter gives the same bytes: its time is that of the day it was issued.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cache
from importlib import resources

import msgspec
import typst
from django.conf import settings

from .content import Code, Letter
from .qr import as_svg, width_mm

POINTS = {"large_print_16": 16, "large_print_18": 18, "large_print_24": 24, "easy_read": 16}
"""The size of print by form; every other form that is printed has STANDARD."""
STANDARD = 12
PAPERS = {"cream": "#fff8e1", "yellow": "#fff59d", "blue": "#dbeeff"}
"""Colours of a page on a screen. What is printed is printed in black, on stock of that colour."""
STANDARDS = ["a-3a", "ua-1"]


@cache
def _compiler() -> typst.Compiler:
    """One for each process: it keeps the fonts and what it has laid out before."""
    source = resources.files(__package__) / "letter.typ"
    return typst.Compiler(str(source), font_paths=[str(settings.LETTER_FONTS)], ignore_system_fonts=True)


def as_pdf(letter: Letter, format: str = "standard", *, tagged: bool = True) -> bytes:
    """The PDF of a letter in its print, standard where its form is none. Not `tagged`: the copy for a printer, which nobody reads
    but the machine, and which is never coloured. Easy read has its own words, where somebody wrote them."""
    easy = letter.in_easy_read if format == "easy_read" else None
    letter = easy or letter
    made = _compiler().compile(
        format="pdf", pdf_standards=STANDARDS if tagged else [], pdf_tags=tagged, timestamp=int(datetime.combine(letter.issued, time(12), UTC).timestamp()),
        sys_inputs={
            "letter": msgspec.json.encode(letter).decode(), "size": str(POINTS.get(format, STANDARD)),
            "paper": PAPERS.get(format, "") if tagged else "", "easy": "yes" if easy else "",
            "codes": msgspec.json.encode(
                {b.text: {"svg": as_svg(b.text), "width": width_mm(b.text)} for one in letter.in_turn for b in one.blocks if isinstance(b, Code)}
            ).decode(),
        },
    )  # fmt: skip
    # A stream whose last byte is a carriage return, followed by a line feed, reads as one line end and the stream as too short.
    return made.replace(b"\r\nendstream", b"\r\rendstream")
