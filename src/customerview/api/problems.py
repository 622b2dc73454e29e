"""What is said when something is not done: problem documents (RFC 9457), the same for every operation and every mistake."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

import psycopg
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from customerview.kernel import NotAFact, Words
from customerview.perform import Busy, Invalid, KeyUsedTwice, NewerFacts, NotAllowed, NotDone, NotThere, Refused

from .answers import FieldProblem, InTheWay, ProblemDocument, answer
from .language import listen, said
from .shown import fact_shown

log = logging.getLogger(__name__)


class NotOk(Exception):
    """A request that is not answered as asked. Becomes a problem document."""

    def __init__(self, status: int, code: str, sentence: Words | str, *, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(code)
        self.status, self.code, self.sentence, self.headers, self.more = status, code, sentence, headers or {}, more


TITLES = {
    "unreadable": Words("The request cannot be read", "Ni ellir darllen y cais"),
    "unauthorised": Words("Show who you are", "Dangoswch pwy ydych chi"),
    "not-allowed": Words("This client may not do this", "Ni chaiff y cleient hwn wneud hyn"),
    "not-found": Words("There is no such thing", "Nid oes y fath beth"),
    "wrong-method": Words("This address does not take this method", "Nid yw'r cyfeiriad hwn yn derbyn y dull hwn"),
    "in-the-way": Words("It cannot be done now", "Ni ellir ei wneud nawr"),
    "newer-facts": Words("Something has changed since you looked", "Mae rhywbeth wedi newid ers i chi edrych"),
    "too-large": Words("The request is too large", "Mae'r cais yn rhy fawr"),
    "wrong-media-type": Words("Send JSON", "Anfonwch JSON"),
    "invalid": Words("Some of this is not right", "Nid yw rhywfaint o hyn yn iawn"),
    "key-used-twice": Words("This key was used for something else", "Defnyddiwyd yr allwedd hon ar gyfer rhywbeth arall"),
    "too-many": Words("Too many tries", "Gormod o geisiadau"),
    "busy": Words("Too many changes at once", "Gormod o newidiadau ar unwaith"),
    "away": Words("The service is unavailable", "Nid yw'r gwasanaeth ar gael"),
    "fault": Words("There is a problem with the service", "Mae problem gyda'r gwasanaeth"),
}
"""Each code, and what it is called. `type` is the code as a URN."""


def problem(status: int, code: str, sentence: Words | str, *, headers: dict[str, str] | None = None, **more: Any) -> HttpResponse:
    """A problem document."""
    document = ProblemDocument(
        type=f"urn:customerview:problem:{code}", title=said(TITLES[code]), status=status, detail=said(sentence), **more
    )
    return answer(document, status, headers=headers, media_type="application/problem+json")


def endpoint(**methods: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that answers these methods, and whatever goes wrong with a problem document."""
    allowed = ", ".join(sorted(method.upper() for method in methods))

    @functools.wraps(next(iter(methods.values())))
    def view(request: HttpRequest, **parts: Any) -> HttpResponse:
        listen(request)
        method = methods.get((request.method or "").lower())
        if method is None:
            return problem(405, "wrong-method", Words(f"Use {allowed}.", f"Defnyddiwch {allowed}."), headers={"Allow": allowed})
        try:
            return method(request, **parts)
        except NotOk as trouble:
            return problem(trouble.status, trouble.code, trouble.sentence, headers=trouble.headers, **trouble.more)
        except NotDone as why:
            return not_done(request, why)
        except Exception as error:
            return from_error(error, sending=request.method == "POST")

    view.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie counts here: who asks is proved by a bearer token
    view.audience = "client"  # type: ignore[attr-defined]
    return view


def not_done(request: HttpRequest, why: NotDone) -> HttpResponse:
    """Each reason why `perform` did not do an action, as its own status."""
    match why:
        case Refused():
            standing = [
                InTheWay(rule=o.rule, kind=o.kind, words=said(o.words), satisfied_by=o.satisfied_by, missing=list(o.missing))
                for o in why.outcomes
            ]
            return problem(409, "in-the-way", why.words, in_the_way=standing)
        case NewerFacts():
            caller = request.caller  # type: ignore[attr-defined]
            shown = [fact_shown(f, caller.client) for f in why.news]
            return problem(409, "newer-facts", why.words, facts=[f for f in shown if f], number=why.number)
        case Invalid():
            return problem(422, "invalid", why.words, problems=[FieldProblem(field=p.field, words=said(p.words)) for p in why.problems])
        case KeyUsedTwice():
            return problem(422, "key-used-twice", why.words)
        case NotThere():
            return problem(404, "not-found", why.words)
        case NotAllowed():
            return problem(403, "not-allowed", why.words)
        case Busy():
            return problem(503, "busy", why.words, headers={"Retry-After": "1"})
    raise why


def from_error(error: Exception, *, sending: bool) -> HttpResponse:
    """What was sent was hostile or broken, or something is wrong with us; never a page, never a trace."""
    match error:
        case RequestDataTooBig():
            return problem(413, "too-large", LIMIT)
        case UnreadablePostError() | SuspiciousOperation():
            return problem(400, "unreadable", UNREADABLE)
        case NotAFact() | RecursionError() | OverflowError() | UnicodeError() if sending:
            return problem(422, "invalid", NOT_KEPT)
        case psycopg.DataError() if sending:
            return problem(422, "invalid", NOT_KEPT)
        case DatabaseError() if sending and isinstance(error.__cause__, psycopg.DataError):
            return problem(422, "invalid", NOT_KEPT)
        case OperationalError() | InterfaceError() | psycopg.OperationalError() | psycopg.InterfaceError():
            log.error("the database cannot be used", exc_info=error)
            return problem(503, "away", AWAY, headers={"Retry-After": "30"})
    log.error("an API request failed", exc_info=error)
    return problem(500, "fault", FAULT)


LIMIT = Words("Send less at once.", "Anfonwch lai ar y tro.")
UNREADABLE = Words("What was sent cannot be read.", "Ni ellir darllen yr hyn a anfonwyd.")
NOT_KEPT = Words("A value is too long, too large or too deep to be kept.", "Mae gwerth yn rhy hir, yn rhy fawr neu'n rhy ddwfn i'w gadw.")
AWAY = Words("Try again soon.", "Rhowch gynnig arall arni cyn bo hir.")
FAULT = Words(
    "Nothing was done. Try again, and tell us if it stays so.", "Ni wnaed dim. Rhowch gynnig arall arni, a dywedwch wrthym os yw'n parhau."
)


def nowhere(request: HttpRequest, **parts: Any) -> HttpResponse:
    """Any address under the API that is none of its operations."""
    return problem(404, "not-found", Words("The API has no such address.", "Nid oes gan yr API gyfeiriad o'r fath."))


nowhere.csrf_exempt = True  # type: ignore[attr-defined]
nowhere.audience = "client"  # type: ignore[attr-defined]
