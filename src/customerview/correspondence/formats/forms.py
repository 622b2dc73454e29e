"""Which forms there are, and who makes each: a machine here, or a person who is asked to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from customerview.instructions.personal_details.formats import COLOURS, FORMATS
from customerview.kernel import Words

from ..content import Letter
from ..pdf import PAPERS, POINTS, as_pdf
from .audio import as_audio
from .braille import as_braille
from .epub import as_epub
from .html import as_html
from .text import as_text


class Rendered(NamedTuple):
    """A letter in one form: the file, what kind of file it is, and what to call it."""

    content: bytes
    media_type: str
    name: str


GROUPS = {
    "print": Words("To print or keep, as a PDF", "I’w argraffu neu ei gadw, fel PDF"),
    "screen": Words("To read on a screen", "I’w ddarllen ar sgrin"),
    "easy": Words("Easy read", "Hawdd ei ddeall"),
    "sound": Words("To listen to", "I wrando arno"),
    "braille": Words("Braille", "Braille"),
    "people": Words("Made by people", "Wedi’i wneud gan bobl"),
}
"""Forms are offered together with what they are like."""


class Form(NamedTuple):
    words: Words
    group: str
    media_type: str = ""
    ending: str = ""
    make: Callable[[Letter], bytes] | None = None
    """None: no machine makes it."""

    @property
    def made_by(self) -> str:
        return "machine" if self.make else "person"


def _easy_page(letter: Letter) -> bytes:
    return as_html(letter.in_easy_read or letter, easy=True)


PDF, HTML, BRF = ("application/pdf", ".pdf"), ("text/html; charset=utf-8", ".html"), ("text/x-brf", ".brf")
ON = {"cream": Words("web page on cream", "tudalen we ar gefndir hufen"), "yellow": Words("web page on yellow", "tudalen we ar gefndir melyn"),
      "blue": Words("web page on blue", "tudalen we ar gefndir glas")}  # fmt: skip


def _printed(code: str) -> Form:
    return Form(FORMATS[code], "print", *PDF, partial(as_pdf, format=code))


FORMS: dict[str, Form] = {
    **{code: _printed(code) for code in ("standard", *(size for size in POINTS if size != "easy_read"), *COLOURS)},
    "html": Form(FORMATS["html"], "screen", *HTML, as_html),
    **{f"html_{colour}": Form(ON[colour], "screen", *HTML, partial(as_html, paper=PAPERS[colour])) for colour in COLOURS},
    "epub": Form(FORMATS["epub"], "screen", "application/epub+zip", ".epub", as_epub),
    "email": Form(FORMATS["email"], "screen", "text/plain; charset=utf-8", ".txt", as_text),
    "easy_read": Form(Words("easy read, to print", "hawdd ei ddeall, i’w argraffu"), "easy", *PDF, partial(as_pdf, format="easy_read")),
    "easy_read_html": Form(Words("easy read, web page", "hawdd ei ddeall, tudalen we"), "easy", *HTML, _easy_page),
    "audio": Form(FORMATS["audio"], "sound", "audio/mpeg", ".mp3", as_audio),
    "braille": Form(FORMATS["braille"], "braille", *BRF, as_braille),
    "braille_grade_1": Form(FORMATS["braille_grade_1"], "braille", *BRF, partial(as_braille, grade=1)),
    "bsl_video": Form(FORMATS["bsl_video"], "people"),
}  # fmt: skip


def can_be_made(form: str, letter: Letter) -> bool:
    """Whether this letter is made in this form here, at once. Easy read is, where somebody wrote its words."""
    known = FORMS.get(form)
    return known is not None and known.make is not None and (known.group != "easy" or letter.easy is not None)


def forms(letter: Letter) -> list[str]:
    """Every form in which this letter is made here."""
    return [code for code in FORMS if can_be_made(code, letter)]


def render(letter: Letter, form: str) -> Rendered:
    """The letter in a form. Raises ValueError when that form of it is asked of a person."""
    how = FORMS[form]
    if how.make is None or not can_be_made(form, letter):
        raise ValueError(f"{form} is made by a person")
    return Rendered(how.make(letter), how.media_type, f"{letter.reference}-{letter.language}-{form}{how.ending}")
