"""In which language the API answers: Welsh when Accept-Language puts it before English, else English."""

from __future__ import annotations

import re
from contextvars import ContextVar

from django.http import HttpRequest

from customerview.kernel import Words

_current: ContextVar[str] = ContextVar("api_language", default="en")


def listen(request: HttpRequest) -> None:
    """Answer this request in the language it asks for."""
    wishes = {"en": 0.0, "cy": 0.0}
    for wish in request.headers.get("Accept-Language", "")[:200].split(","):
        if found := re.fullmatch(r"\s*(cy|en)\b[^;]*(?:;\s*q=([0-9.]{1,5}))?\s*", wish, re.IGNORECASE):
            try:
                weight = float(found[2]) if found[2] else 1.0
            except ValueError:
                continue
            wishes[found[1].lower()] = max(weight, wishes[found[1].lower()])
    _current.set("cy" if wishes["cy"] > wishes["en"] else "en")


def spoken() -> str:
    """The language of this answer."""
    return _current.get()


def said(sentence: Words | str) -> str:
    """Words in the language of this answer."""
    return sentence.say(spoken()) if isinstance(sentence, Words) else sentence
