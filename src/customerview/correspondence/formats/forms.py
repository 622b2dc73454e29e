"""Which forms there are, and who makes each: a machine here, or a person who is asked to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from customerview.kernel import Words

from ..content import Letter
from ..pdf import POINTS, as_pdf
from .audio import as_audio
from .braille import as_braille
from .epub import as_epub
from .html import as_html
from .text import as_text

PAPERS = {"cream": "#fff8e1", "yellow": "#fff59d", "blue": "#dbeeff"}
"""Colours of a page on a screen. What is printed is printed in black, on stock of that colour."""


class Rendered(NamedTuple):
    """A letter in one form: the file, what kind of file it is, and what to call it."""

    content: bytes
    media_type: str
    name: str


class Form(NamedTuple):
    words: Words
    media_type: str = ""
    ending: str = ""
    make: Callable[[Letter], bytes] | None = None
    """None: no machine makes it."""

    @property
    def made_by(self) -> str:
        return "machine" if self.make else "person"


PDF, HTML, BRF = ("application/pdf", ".pdf"), ("text/html; charset=utf-8", ".html"), ("text/x-brf", ".brf")

FORMS: dict[str, Form] = {
    "standard": Form(Words("standard print", "print safonol"), *PDF, as_pdf),
    **{code: Form(Words(f"large print, {points} point", f"print bras, {points} pwynt"), *PDF, partial(as_pdf, format=code))
       for code, points in POINTS.items()},
    "html": Form(Words("web page", "tudalen we"), *HTML, as_html),
    "cream": Form(Words("web page on cream", "tudalen we ar gefndir hufen"), *HTML, partial(as_html, paper=PAPERS["cream"])),
    "yellow": Form(Words("web page on yellow", "tudalen we ar gefndir melyn"), *HTML, partial(as_html, paper=PAPERS["yellow"])),
    "blue": Form(Words("web page on blue", "tudalen we ar gefndir glas"), *HTML, partial(as_html, paper=PAPERS["blue"])),
    "epub": Form(Words("electronic book", "llyfr electronig"), "application/epub+zip", ".epub", as_epub),
    "email": Form(Words("plain text for email", "testun plaen ar gyfer e-bost"), "text/plain; charset=utf-8", ".txt", as_text),
    "braille": Form(Words("braille, contracted (grade 2)", "braille, byrrach (gradd 2)"), *BRF, as_braille),
    "braille_grade_1": Form(Words("braille, uncontracted (grade 1)", "braille, llawn (gradd 1)"), *BRF, partial(as_braille, grade=1)),
    "audio": Form(Words("audio", "sain"), "audio/mpeg", ".mp3", as_audio),
    "easy_read": Form(Words("easy read, in words of its own", "hawdd ei ddeall, yn ei eiriau ei hun")),
    "bsl_video": Form(Words("video in British Sign Language", "fideo yn Iaith Arwyddion Prydain")),
}  # fmt: skip


def forms(lang: str) -> list[str]:
    """Every form that is made here in a language."""
    return [code for code, form in FORMS.items() if form.make]


def render(letter: Letter, form: str) -> Rendered:
    """The letter in a form. Raises ValueError when that form is asked of a person."""
    how = FORMS[form]
    if how.make is None:
        raise ValueError(f"{form} is made by a person")
    return Rendered(how.make(letter), how.media_type, f"{letter.reference}-{letter.language}-{form}{how.ending}")
