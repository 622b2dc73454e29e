"""The forms a letter can be had in here: print in every size."""

from __future__ import annotations

from .content import Letter
from .pdf import POINTS, as_pdf


def forms(lang: str) -> list[str]:
    """Every form there is for a language."""
    return ["standard", *POINTS]


def made_in(letter: Letter, form: str) -> tuple[str, bytes]:
    """How the file's name ends, and the file."""
    return ".pdf", as_pdf(letter, form)
