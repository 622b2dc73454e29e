"""The customer page, made to understand somebody in twenty seconds: before you speak, then money, people, needs, and what happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.intake import payments_made
from customerview.kernel import LONDON, in_words, words

from . import organisations
from .appointments import appointments, past
from .asking_lines import open_requests
from .before_you_speak import before_you_speak
from .identity_bar import identity_bar
from .money import money
from .naming import actor_name
from .opening import RESTRICTED, Opened, about_a_customer, open_record, opened
from .pages import show
from .people import death_banner, documents, messages, people, support, unopened
from .timeline import SHOWS, WHOSE, entry, timeline
from .typed import typed
from .what_you_can_do import asked_of_lines, everything, not_now, suggested

NOT_NOW_SHOWN = 6
PAYMENTS_SHOWN = 8


def head(request: HttpRequest, here: Opened, current: str) -> dict[str, Any]:
    """What every page about a customer has: the identity bar, and where else to go from here."""
    asked = here.asked
    return {
        "bar": identity_bar(here.record, asked.today), "death": death_banner(here.record), "as_at": here.as_at, "current": current,
        "as_at_words": as_at_words(here), "asked_known": request.GET.get("known", ""), "asked_on": request.GET.get("on", ""),
        "carried": carried(request),
    }  # fmt: skip


def carried(request: HttpRequest) -> str:
    """The "as at" part of this page's address, for links to its neighbours."""
    kept = "&".join(f"{name}={request.GET[name]}" for name in ("known", "on") if request.GET.get(name, "").replace("-", "").isdigit())
    return f"?{kept}" if kept else ""


def as_at_words(here: Opened) -> str:
    parts = []
    if here.known:
        parts.append(f"as we knew it at the end of {in_words((here.known - timedelta(seconds=1)).astimezone(LONDON).date())}")
    if here.on:
        parts.append(f"about {in_words(here.on)}")
    return " ".join(parts)


@audience("colleague")
@about_a_customer
@require_GET
def page(request: HttpRequest, stream: UUID) -> HttpResponse:
    known = catalogue()
    with opened(request, stream) as here:
        record, asked = here.record, here.asked
        if record.bulk_reset.status:
            return HttpResponseRedirect(f"/staff/resets/{stream}")
        if not record.begun:
            return show(request, "before_the_record.html", head(request, here, "overview"), view=here.view)
        if record.organisation.status:
            return show(request, "organisation.html", head(request, here, "overview") | organisations.of(request, here), view=here.view)
        paid = [] if here.as_at else payments_made(here.view, stream, limit=PAYMENTS_SHOWN)
        due = [] if here.as_at else suggested(here.whole, asked, known)
        can_do = {
            "due": due,
            "ask": [] if here.as_at else asked_of_lines(here.whole, asked, known),
            "not_now": [] if here.as_at else not_now(here.whole, asked, known, due)[:NOT_NOW_SHOWN],
        }
        context = head(request, here, "overview") | {
            "before": before_you_speak(record, asked, known), "money": money(record, asked.at, asked.ages, paid),
            "people": people(record, asked.today), "support": support(record), "messages": messages(record, asked, known),
            "asked_lines": [] if here.as_at else open_requests(here.whole, asked, known), "unopened": unopened(record), "appointments": appointments(record, asked, set(known.actions)), "appointments_past": past(record), "documents": documents(record), "can_do": can_do,
            "happened": timeline(here.view, stream, known, request.actor, show="overview", known=here.known),
        }  # fmt: skip
        return show(request, "customer.html", context, view=here.view)


@audience("colleague")
@about_a_customer
@require_GET
def timeline_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    shown = request.GET.get("show", "all") if request.GET.get("show") in SHOWS else "all"
    whose = request.GET.get("whose", "all") if request.GET.get("whose") in WHOSE else "all"
    before = request.GET.get("before", "")
    with opened(request, stream) as here:
        happened = timeline(
            here.view, stream, catalogue(), request.actor, show=shown, whose=whose, known=here.known,
            before=int(before) if before.isdecimal() and len(before) < 10 else None,
        )  # fmt: skip
        context = head(request, here, "timeline") | {
            "happened": happened,
            "shows": SHOWS,
            "whoses": WHOSE,
            "shown": shown,
            "whose": whose,
            "wrong_at": "" if here.as_at or "correct_fact" not in catalogue().actions else f"/staff/customers/{stream}/correct/",
        }
        return show(request, "timeline.html", context, view=here.view)


@audience("colleague")
@about_a_customer
@require_GET
def can_do_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    with opened(request, stream) as here:
        chapters = {} if here.as_at else everything(here.whole, here.asked, catalogue())
        return show(request, "can_do.html", head(request, here, "can-do") | {"chapters": chapters}, view=here.view)


@audience("colleague")
@about_a_customer
@require_GET
def looks_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    """Who looked, as the customer is told it: team and reason."""
    before = request.GET.get("before", "")
    with opened(request, stream) as here:
        found = here.view.looks(stream, before=int(before) if before.isdecimal() and len(before) < 10 else None, limit=51)
        looks = [(in_words(f["at"], time=True), actor_name(f["actor"]), f["reason"]) for f in found[:50]]
        more = found[49]["number"] if len(found) > 50 else 0
        return show(request, "looks.html", head(request, here, "looks") | {"looks": looks, "more": more}, view=here.view)


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def restricted_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    """Restricted notes: for roles that open their tier, and only after a reason was given for this."""
    why, wrong = typed(request, "why"), ""
    if request.method == "POST":
        if len(why) >= 10 and request.actor.tiers:
            open_record(request, stream, f"Reading restricted notes: {why}")
            request.session[RESTRICTED] = str(stream)
            return HttpResponseRedirect(request.path)
        wrong = "Say in a sentence why you need to read this"
    with opened(request, stream) as here:
        may = bool(request.actor.tiers)
        given = may and request.session.get(RESTRICTED) == str(stream)
        kinds = [code for code, kind in catalogue().kinds.by_code.items() if kind.kind.restricted in request.actor.tiers]
        facts = here.view.timeline(stream, kinds=kinds, limit=50) if given and kinds else []
        said = [(entry(f, request.actor), _words_of(f)) for f in facts]
        shown = [
            (f.kind.name, in_words(r.at, time=True), actor_name(r.by), w) for r, (_, w) in zip(facts, said, strict=True) for f in [r.fact]
        ]
        context = head(request, here, "restricted") | {"may": may, "given": given, "notes": shown, "wrong": wrong, "typed": why}
        return show(request, "restricted.html", context, view=here.view, status=422 if wrong else 200)


def _words_of(happened) -> list[tuple[str, str]]:
    """What a restricted fact holds, as it was written: its words and what it is called by; numbers of other facts are left out."""
    fact = happened.fact
    told = [(name, value) for name in fact.__struct_fields__ if isinstance(value := getattr(fact, name), str) and value]
    return [(LABELS.get(name, name.replace("_", " ").capitalize()), _said(name, value)) for name, value in told]


def _said(name: str, value: str) -> str:
    if name == "need":
        return words("{need:need}").say("en", need=value)
    return value.replace("_", " ") if value.islower() and " " not in value else value


LABELS = {"text": "Note", "said": "What was said", "need": "About", "source": "How we know", "why": "Why"}
