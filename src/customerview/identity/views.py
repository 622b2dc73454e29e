"""Signing in and out: away to the OpenID provider, back, matched to a record, and for whom."""

from __future__ import annotations

import logging
import time
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from customerview.config.keys import COLLEAGUES, CUSTOMERS, ORGANISATIONS
from customerview.instructions.representatives.why_opened import SIGNED_IN
from customerview.kernel import Words
from customerview.kernel.values import NotAValue, nino
from customerview.organisations import WorksFor

from . import acting, customers, middleware, session, staff
from .audiences import audience
from .colleagues import NotAColleague, colleague, note_seen
from .provider import Flow, Proved, SignInFailed, base, provider_for

log = logging.getLogger(__name__)
TO_MATCH, TO_ENTER = "to_match", "to_enter"
LONGEST_AWAY_SECONDS = 3600
LONGEST_TOKEN = 10_000
A_YEAR = 365 * 24 * 60 * 60
HOMES = {"customer": "/account/", "representative": "/account/", "colleague": "/staff/", "organisation": "/organisations/desk/"}
SIGN_IN_AT = {CUSTOMERS: "sign_in", COLLEAGUES: "sign_in_colleague", ORGANISATIONS: "sign_in_organisation"}
NINO_WRONG = Words(
    "Enter a National Insurance number: 2 letters, 6 numbers and usually a last letter, like QQ 12 34 56 C",
    "Rhowch rif Yswiriant Gwladol: 2 lythyren, 6 rhif ac fel arfer llythyren olaf, fel QQ 12 34 56 C",
)


@audience("public")
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """Customers, and people who act for customers."""
    return _away(request, CUSTOMERS)


@audience("public")
@require_GET
def sign_in_colleague(request: HttpRequest) -> HttpResponse:
    return _away(request, COLLEAGUES)


@audience("public")
@require_GET
def sign_in_organisation(request: HttpRequest) -> HttpResponse:
    """The staff of organisations that signed up."""
    return _away(request, ORGANISATIONS)


def _away(request: HttpRequest, client: str) -> HttpResponse:
    try:
        flow, address = provider_for(client).begin(client, "cy" if request.COOKIES.get("cv_lang") == "cy" else "en")
    except SignInFailed as failed:
        return _failed(request, client, failed)
    request.session[session.FLOW] = msgspec.to_builtins(flow)
    return HttpResponseRedirect(address)


@audience("public")
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """They come back from the provider, with a code or with an error. What was remembered is used once."""
    held = request.session.pop(session.FLOW, None) if request.session.session_key else None
    if held is None:
        return _failed(request, CUSTOMERS, SignInFailed("nobody was away signing in from here"))
    flow = msgspec.convert(held, Flow)
    try:
        if time.time() - flow.begun > LONGEST_AWAY_SECONDS:
            raise SignInFailed("was away too long")
        if "error" in request.GET:
            raise SignInFailed(f"the provider said {request.GET['error'][:40]!r}")
        proved = provider_for(flow.client).finish(flow, request.GET.get("state", ""), request.GET.get("code", ""))
        return ENTER[flow.client](request, proved)
    except SignInFailed as failed:
        return _failed(request, flow.client, failed)
    except NotAColleague as why:
        log.warning("somebody who may not work here signed in: %s", why)
        return render(request, "identity/not_a_colleague.html", status=403)


def _colleague(request: HttpRequest, proved: Proved) -> HttpResponse:
    actor, name = colleague(proved)
    note_seen(actor)
    subject = session.digest_of(proved.issuer, proved.subject)
    session.begin(request, actor, name=name, subject=subject, id_token=proved.id_token)
    return _on(request, actor.kind)


def _customer(request: HttpRequest, proved: Proved) -> HttpResponse:
    who = customers.ToMatch(
        subject=session.digest_of(proved.issuer, proved.subject), issuer=proved.issuer, id_token=proved.id_token, level=proved.level,
        names=proved.names, births=proved.births,
    )  # fmt: skip
    stream = customers.known(who.subject)
    if stream is not None:
        return _enter(request, who, stream)
    went_to, kept = request.session.get(session.NEXT), request.session.get(session.KEPT)
    session.end(request)
    request.session[TO_MATCH] = msgspec.to_builtins(who)
    for name, value in ((session.NEXT, went_to), (session.KEPT, kept)):
        if value:
            request.session[name] = value
    return HttpResponseRedirect(reverse("match"))


def _enter(request: HttpRequest, who: customers.ToMatch, stream: UUID) -> HttpResponse:
    known = customers.entering(stream)
    if known.dead:
        session.end(request)
        return HttpResponseRedirect(reverse("not_matched"))
    session.begin(request, customers.customer(stream), name=who.name or known.name, subject=who.subject, id_token=who.id_token, own=stream)
    answer = HttpResponseRedirect(reverse("for_whom")) if customers.acts_for(stream) else _on(request, "customer")
    if "cv_lang" not in request.COOKIES and known.language == "cy":  # whoever chose Welsh once is not asked again
        answer.set_cookie("cv_lang", "cy", max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.OVER_TLS)
    return answer


def _organisation(request: HttpRequest, proved: Proved) -> HttpResponse:
    """Straight in when there is one place they work; a choice when there are several, or they are invited."""
    who = staff.to_enter(proved)
    if who is None:
        log.warning("somebody who works for no organisation here signed in")
        return render(request, "identity/not_on_staff.html", status=403)
    if len(who.found) == 1 and who.found[0].joined:
        return _enter_organisation(request, who, who.found[0])
    went_to = request.session.get(session.NEXT)
    session.end(request)
    request.session[TO_ENTER] = msgspec.to_builtins(who)
    if went_to:
        request.session[session.NEXT] = went_to
    return HttpResponseRedirect(reverse("for_organisation"))


def _enter_organisation(request: HttpRequest, who: staff.ToEnter, one: WorksFor) -> HttpResponse:
    actor = staff.entering(who, one)
    if actor is None:
        return render(request, "identity/not_on_staff.html", status=403)
    session.begin(request, actor, name=who.name, subject=who.subject, id_token=who.id_token, own=one.organisation)
    return _on(request, actor.kind)


@audience("public")
@require_http_methods(["GET", "POST"])
def for_organisation(request: HttpRequest) -> HttpResponse:
    """For which organisation: one they work for, or one that invited them, which they join by choosing it."""
    held = request.session.get(TO_ENTER) if request.session.session_key else None
    if held is None:
        return HttpResponseRedirect(reverse("sign_in_organisation"))
    who = msgspec.convert(held, staff.ToEnter)
    chosen = next((one for n, one in enumerate(who.found, 1) if str(n) == request.POST.get("for", "")), None)
    if chosen is None:
        wrong = request.method == "POST"
        return render(request, "identity/for_organisation.html", {"found": who.found, "wrong": wrong}, status=422 if wrong else 200)
    del request.session[TO_ENTER]
    return _enter_organisation(request, who, chosen)


ENTER = {CUSTOMERS: _customer, COLLEAGUES: _colleague, ORGANISATIONS: _organisation}


@audience("public")
@require_http_methods(["GET", "POST"])
def match(request: HttpRequest) -> HttpResponse:
    """Once: which record is theirs? Asked of somebody who has proved their name and date of birth."""
    held = request.session.get(TO_MATCH) if request.session.session_key else None
    if held is None:
        return HttpResponseRedirect(reverse("sign_in"))
    who = msgspec.convert(held, customers.ToMatch)
    typed = request.POST.get("nino", "")[:30]
    if request.method == "GET":
        return render(request, "identity/match.html", {"typed": "", "error": None, "name": who.name})
    try:
        number = nino(typed, allow_fictitious=settings.MADE_UP)
    except NotAValue:
        return render(request, "identity/match.html", {"typed": typed, "error": NINO_WRONG, "name": who.name}, status=422)
    if customers.may_try(who.subject):
        found = customers.match(who, number)
        if found.stream is not None:
            del request.session[TO_MATCH]
            return _enter(request, who, found.stream)
        if customers.first_try(who.subject):
            customers.keep_unmatched(who, number, found.why)
    return HttpResponseRedirect(reverse("not_matched"))


@audience("public")
@require_GET
def not_matched(request: HttpRequest) -> HttpResponse:
    """The same page whatever was or was not found: it tells nothing about anybody, and how to go on."""
    return render(request, "identity/not_matched.html")


@audience("customer", "representative")
@require_http_methods(["GET", "POST"])
def for_whom(request: HttpRequest) -> HttpResponse:
    """Whoever acts for others says for whom now: themselves, or one person."""
    who: session.SignedIn = request.signed_in  # type: ignore[attr-defined]
    if who.actor.body:
        return HttpResponseRedirect(reverse("organisation:people_back"))
    people = customers.acts_for(who.own) if who.own else []
    if request.method == "POST":
        chosen = request.POST.get("for", "")
        person = next((p for n, p in enumerate(people, 1) if str(n) == chosen), None)
        if person is None and chosen != "me":
            return render(request, "identity/for_whom.html", {"people": people, "wrong": True}, status=422)
        assert who.own is not None
        actor = customers.representative(who.own, person.person) if person else customers.customer(who.own)
        if person and not acting.opened(actor, SIGNED_IN.en):
            raise PermissionDenied
        session.begin(request, actor, name=who.name, subject=who.subject, id_token=who.id_token, own=who.own)
        return _on(request, actor.kind)
    return render(request, "identity/for_whom.html", {"people": people, "wrong": False})


@audience("public")
@require_http_methods(["GET", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """Here, and at the provider. A link on another site signs nobody out: it asks first."""
    if request.method == "GET" and request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return render(request, "identity/sign_out.html")
    who = session.end(request)
    place = ""
    if who is not None:
        client = COLLEAGUES if who.actor.kind == "colleague" else ORGANISATIONS if who.actor.body else CUSTOMERS
        try:
            place = provider_for(client).leave_at(who.id_token, client, f"{base()}/")
        except SignInFailed as failed:
            log.warning("the provider could not be told of a sign-out: %s", failed)
    return HttpResponseRedirect(place or "/")


@audience("public")
@csrf_exempt
@require_POST
def ended_elsewhere(request: HttpRequest) -> HttpResponse:
    """The provider says that somebody signed out there (Back-Channel Logout). It is believed by its signed token alone."""
    token, why = request.POST.get("logout_token", "")[:LONGEST_TOKEN], "no token"
    for client in SIGN_IN_AT:
        provider = provider_for(client)
        try:
            told = provider.told_of_a_logout(token, client)
            log.info("signed out at the provider: %d sessions ended", session.end_elsewhere(provider.issuer, client, told))
            return HttpResponse(headers={"Cache-Control": "no-store"})
        except SignInFailed as failed:
            why = str(failed)
    log.warning("a logout was not believed: %s", why)
    return JsonResponse({"error": "invalid_request"}, status=400, headers={"Cache-Control": "no-store"})


@audience("public")
@require_GET
def timed_out(request: HttpRequest) -> HttpResponse:
    """They did nothing for long enough that somebody else might be sitting there."""
    went_to = str(request.session.get(session.NEXT, "")) if request.session.session_key else ""
    kind = next((kind for kind in ("colleague", "organisation") if went_to.startswith(HOMES[kind])), "customer")
    kept = bool(request.session.get(session.KEPT)) if request.session.session_key else False
    return render(request, "identity/timed_out.html", {"sign_in_at": middleware.SIGN_IN_AT.get(kind, "sign_in"), "kept": kept})


@audience("customer", "representative", "organisation", "colleague")
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Still here: coming here is enough."""
    who: session.SignedIn = request.signed_in  # type: ignore[attr-defined]
    who.seen = 0
    session.note(request, who)
    return HttpResponse(status=204)


def _on(request: HttpRequest, kind: str) -> HttpResponse:
    """On to the page they wanted, if it is one of ours and of theirs; else home."""
    wanted = str(request.session.pop(session.NEXT, "") or "")
    home = HOMES[kind]
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and urlsplit(wanted).path.startswith(home)
    return HttpResponseRedirect(wanted if wanted and ours else home)


def _failed(request: HttpRequest, client: str, why: SignInFailed) -> HttpResponse:
    log.warning("a sign-in failed: %s", why)
    return render(request, "identity/failed.html", {"sign_in_at": SIGN_IN_AT[client]}, status=400)
