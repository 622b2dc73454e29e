"""The pages for when something is wrong. They say what happened and what to do, in plain words and the reader's language.

Who asks for JSON (an API client) is answered with a problem document instead, in the same words.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from customerview.kernel.words import Words
from customerview.portals.layout import language

log = logging.getLogger(__name__)

BAD_REQUEST = Words("We could not read what was sent", "Nid oeddem yn gallu darllen yr hyn a anfonwyd")
GO_BACK = Words("Go back and try again.", "Ewch yn ôl a rhowch gynnig arall arni.")
FORBIDDEN = Words("You cannot see this page", "Ni allwch weld y dudalen hon")
NOT_YOURS = Words(
    "You may need to sign in, or sign in as somebody else. If you think you should see it, tell us.",
    "Efallai y bydd angen i chi fewngofnodi, neu fewngofnodi fel rhywun arall. Os ydych yn meddwl y dylech ei gweld, dywedwch wrthym.",
)
FORGED = Words("Your page was open too long", "Roedd eich tudalen ar agor yn rhy hir")
SEND_AGAIN = Words(
    "Nothing was changed. Go back, load the page again, and send it again.",
    "Ni newidiwyd dim. Ewch yn ôl, llwythwch y dudalen eto, a’i hanfon eto.",
)
NOT_FOUND = Words("Page not found", "Heb ddod o hyd i’r dudalen")
CHECK_ADDRESS = Words(
    "If you typed the address, check it is correct. If you pasted it, check you copied all of it.",
    "Os gwnaethoch deipio’r cyfeiriad, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfan.",
)
CONFLICT = Words("This cannot be done now", "Ni ellir gwneud hyn nawr")
FAULT = Words("Sorry, there is a problem with the service", "Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth")
TRY_LATER = Words("Try again later.", "Rhowch gynnig arall arni yn nes ymlaen.")
AWAY = Words("Sorry, the service is unavailable", "Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael")
SOON = Words("You will be able to use the service again soon.", "Byddwch yn gallu defnyddio’r gwasanaeth eto cyn bo hir.")


def page(request: HttpRequest, status: int, heading: Words, *sentences: Words) -> HttpResponse:
    """The error page, or its problem document."""
    if not request.accepts("text/html"):
        problem = {
            "title": language.t(heading),
            "status": status,
            "detail": " ".join(language.t(sentence) for sentence in sentences),
        }
        return JsonResponse(problem, status=status, content_type="application/problem+json")
    # Called outside the language middleware when a host or path is refused: the cookie is read here again.
    with language.speaking(request.COOKIES.get(language.COOKIE, "en")):
        return HttpResponse(render_to_string("layout/error.html", {"heading": heading, "sentences": sentences}, request), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 400, BAD_REQUEST, GO_BACK)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 403, FORBIDDEN, NOT_YOURS)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without our token: mostly an old page, sometimes an attack."""
    log.warning("a form was refused: %s", reason)
    return page(request, 403, FORGED, SEND_AGAIN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404, NOT_FOUND, CHECK_ADDRESS)


def conflict(request: HttpRequest, sentence: Words) -> HttpResponse:
    """An action that a guard holds, or a page overtaken by events: the sentence says what to do."""
    return page(request, 409, CONFLICT, sentence)


def fault(request: HttpRequest) -> HttpResponse:
    return page(request, 500, FAULT, TRY_LATER)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = page(request, 503, AWAY, SOON)
    response["Retry-After"] = "30"
    return response


class DatabaseAway:
    """A database that cannot be reached is no fault of the page: it is said as such, so that people and machines try again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, (OperationalError, InterfaceError)):
            log.error("the database cannot be used", exc_info=exception)
            return unavailable(request)
        return None
