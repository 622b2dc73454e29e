"""The inbox: proofs that people sent straight to the organisation. To open one is written down first, and the person sees it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from customerview.correspondence import as_pdf
from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import PURPOSES, ProofIssued
from customerview.instructions.proofs.receiving import AssignSentProof, DealWithSentProof, OpenSentProof
from customerview.kernel import LONDON, Action, Recorded, Words
from customerview.ledger import reading
from customerview.organisations import Entry, NoCursor, TooMany, entry, find_sent, inbox_page, opened
from customerview.perform import Invalid
from customerview.portals.layout import current, t
from customerview.proofs import letter_of, sealed

from .desk import Desk, at_the_desk, show

PLACES = {
    "new": Words("New", "Newydd"),
    "opened": Words("Opened", "Wedi'i agor"),
    "dealt_with": Words("Dealt with", "Wedi delio ag ef"),
    "not_shared": Words("No longer shared", "Nid yw'n cael ei rannu mwyach"),
}
BOXES = ("proof", "name", "day", "month", "year")
SAY_ONE = Words("Enter a reference, a name or a date of birth", "Rhowch gyfeirnod, enw neu ddyddiad geni")
NOT_A_DAY = Words("Enter a date of birth, like 27 3 1961", "Rhowch ddyddiad geni, fel 27 3 1961")


@at_the_desk("read")
@require_safe
def inbox(request: HttpRequest, here: Desk) -> HttpResponse:
    """New ones first. The address says where a page begins, and nothing about anybody."""
    place, mine = request.GET.get("show", ""), "mine" in request.GET
    try:
        with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
            page = inbox_page(
                view,
                after=request.GET.get("after", "")[:200],
                place=place if place in PLACES else "",
                mine=here.me.staff if mine else "",
            )
    except NoCursor as error:
        raise Http404 from error
    return show(request, "inbox.html", here, {
        "listed": [_row(one, here) for one in page.entries], "next": page.next, "place": place if place in PLACES else "", "mine": mine,
        "places": [(code, t(words)) for code, words in PLACES.items()],
    })  # fmt: skip


@at_the_desk("read")
@require_POST
def find(request: HttpRequest, here: Desk) -> HttpResponse:
    """By a reference, a name or a date of birth, which are sent in the body."""
    typed = {box: request.POST.get(box, "").strip()[:100] for box in BOXES}
    born, problem = _day(typed)
    if not problem and not (typed["proof"] or typed["name"] or born):
        problem = t(SAY_ONE)
    found: list[Entry] = []
    if not problem:
        with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
            found = find_sent(view, proof=typed["proof"].upper().replace(" ", ""), name=typed["name"], born=born)
    return show(request, "inbox_found.html", here, {
        "typed": typed, "problem": problem, "listed": [_row(one, here) for one in found], "back": reverse("organisation:inbox"),
    }, status=422 if problem else 200)  # fmt: skip


@at_the_desk("read")
@require_safe
def sent(request: HttpRequest, here: Desk, sending: str) -> HttpResponse:
    """One proof before it is opened: what a list says of it, and what can be done."""
    return _page(request, here, sending)


@at_the_desk("read")
@require_POST
def open_sent(request: HttpRequest, here: Desk, sending: str) -> HttpResponse:
    """Written down, then shown: as it was issued, and whether it is still current now."""
    done, issued = _do(request, sending, OpenSentProof(sending=sending))
    if done is None:
        return _page(request, here, sending)
    said = done.fact
    shown = issued if issued is not None and said.answer == "current" else None
    days = (done.at.astimezone(LONDON).date() - shown.issued).days if shown else 0
    return _page(request, here, sending, {
        "read": {"answer": said.answer, "reference": said.reference, "at": done.at, "days": days},
        "letter": letter_of(shown, settings.BRAND_NAME, current()) if shown else None,
    })  # fmt: skip


@at_the_desk("read")
@require_POST
def pdf(request: HttpRequest, here: Desk, sending: str) -> HttpResponse:
    """The sealed letter, to keep with a file. To take it is to open it."""
    done, issued = _do(request, sending, OpenSentProof(sending=sending))
    if done is None or issued is None or done.fact.answer != "current":
        return _page(request, here, sending)
    return HttpResponse(
        sealed(as_pdf(letter_of(issued, settings.BRAND_NAME), "standard")), content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="proof-{issued.reference}.pdf"', "Cache-Control": "private, no-store"},
    )  # fmt: skip


@at_the_desk("read")
@require_POST
def deal(request: HttpRequest, here: Desk, sending: str) -> HttpResponse:
    _do(request, sending, DealWithSentProof(sending=sending))
    return HttpResponseRedirect(reverse("organisation:sent", args=[sending]))


@at_the_desk("read")
@require_POST
def assign(request: HttpRequest, here: Desk, sending: str) -> HttpResponse:
    """To one of those here who read the inbox, or to nobody."""
    code = request.POST.get("staff", "")
    if code and "read" not in here.organisation.may(code):
        raise Http404
    _do(request, sending, AssignSentProof(sending=sending, staff=code))
    return HttpResponseRedirect(reverse("organisation:sent", args=[sending]))


def _do(request: HttpRequest, sending: str, action: Action) -> tuple[Recorded | None, ProofIssued | None]:
    """Done in the customer's own record, and the proof as issued; nothing when it is no longer shared."""
    try:
        with opened(request.access, request.actor, sending) as one:  # type: ignore[attr-defined]
            if one is None:
                return None, None
            done = one.do(action)
            return (done.facts[0] if done.facts else None), one.issued()
    except Invalid:
        return None, None
    except TooMany as error:
        raise PermissionDenied from error


def _page(request: HttpRequest, here: Desk, sending: str, more: dict[str, Any] | None = None) -> HttpResponse:
    with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
        one = entry(view, sending)
    if one is None:
        raise Http404
    readers = [(s.staff, s.name) for s in here.organisation.staff.values() if "read" in here.organisation.may(s.staff)]
    return show(request, "sent.html", here, {
        "one": one, "row": _row(one, here), "readers": readers, "read": None, "letter": None, "back": reverse("organisation:inbox"), **(more or {}),
    })  # fmt: skip


def _row(one: Entry, here: Desk) -> dict[str, Any]:
    return {
        "sending": one.sending, "name": one.name, "proof": one.proof, "received": one.received, "expires": one.expires, "born": one.born,
        "purpose": t(PURPOSES[one.purpose].words) if one.purpose in PURPOSES else "", "place": one.place, "state": t(PLACES[one.place]),
        "shared": one.shared, "assigned": here.name_of(one.assigned) if one.assigned else "",
    }  # fmt: skip


def _day(typed: dict[str, str]) -> tuple[date | None, str]:
    if not (typed["day"] or typed["month"] or typed["year"]):
        return None, ""
    try:
        born = date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except ValueError:
        return None, t(NOT_A_DAY)
    return (born, "") if born <= datetime.now(LONDON).date() else (None, t(NOT_A_DAY))
