"""The reader's language: English unless they chose Welsh, kept in a cookie that says nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from customerview.kernel.words import Words

COOKIE = "cv_lang"
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
A_YEAR = 365 * 24 * 60 * 60
_current: ContextVar[str] = ContextVar("language", default="en")


def current() -> str:
    """The language of whoever this is being said to."""
    return _current.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block words are said in that language."""
    token = _current.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _current.reset(token)


def t(words: Words | str, cy: str | None = None, /, **values: object) -> str:
    """Words in the reader's language: `t(words)`, or both texts where they are needed only once. Gaps are filled by name."""
    if isinstance(words, str):
        words = Words(words, words if cy is None else cy)
    return words.say(current(), **values)


class Language:
    """Reads the reader's language before a view is called, and says it in the answer's headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with speaking(request.COOKIES.get(COOKIE, "en")):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", current())
            return response


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and go back to the page it was chosen on."""
    back = request.POST.get("return", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    if (chosen := request.POST.get("language")) in LANGUAGES:
        response.set_cookie(COOKIE, chosen, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.OVER_TLS)
    return response
