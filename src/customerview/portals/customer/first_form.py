"""The form somebody reads, offered first: audio to who listens, braille to who reads it by hand, a page in print to who prints."""

from __future__ import annotations

from django.urls import reverse

from customerview.correspondence import FORMS, Letter, can_be_made
from customerview.kernel import Words
from customerview.portals.layout import t

IN_PRINT = Words("Open as a PDF, to print or send", "Agor fel PDF, i’w argraffu neu ei anfon")
FIRST = {
    "standard": IN_PRINT,
    "easy_read": Words("Open it in easy read", "Ei agor mewn fersiwn hawdd ei ddeall"),
    "audio": Words("Listen to it", "Gwrando arno"),
    "html": Words("Download as a web page", "Lawrlwytho fel tudalen we"),
    "epub": Words("Download as an electronic book", "Lawrlwytho fel llyfr electronig"),
    "email": Words("Open as plain text", "Agor fel testun plaen"),
    "braille": Words("Download in braille", "Lawrlwytho mewn braille"),
    "braille_grade_1": Words("Download in braille", "Lawrlwytho mewn braille"),
}
A_PDF = Words("Open as a PDF: {form}", "Agor fel PDF: {form}")


def first_form(kind: str, number: int, letter: Letter, form: str) -> list[dict[str, str]]:
    """Links to the letter in the form somebody reads, and then in standard print, which whoever they show it to reads."""
    first = form if can_be_made(form, letter) else "standard"
    found = [_link(kind, number, first, t(FIRST[first]) if first in FIRST else t(A_PDF, form=t(FORMS[first].words)))]
    return found if FORMS[first].group == "print" else [*found, _link(kind, number, "standard", t(IN_PRINT))]


def _link(kind: str, number: int, form: str, text: str) -> dict[str, str]:
    return {"href": reverse("customer:in_form", args=[kind, number, form]), "text": text, "type": FORMS[form].media_type}
