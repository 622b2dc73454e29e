"""The customers a body acts for, money stopped first; and the way into one of their records, and back. Nobody else is here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from customerview.identity import act_for, audience, back_at_the_desk
from customerview.instructions import catalogue
from customerview.instructions.representatives.why_opened import WHY_OPENED
from customerview.kernel import Words
from customerview.ledger import reading
from customerview.linkage import ActedFor, Attention, people_of
from customerview.portals.layout import t

from .desk import Desk, at_the_desk, show

NEEDS = (
    ("stopped", Words("1 benefit is stopped or held", "Mae 1 budd-dal wedi’i atal neu ei ddal"), Words("{n} benefits are stopped or held", "Mae {n} budd-dal wedi’u hatal neu eu dal")),
    ("astray", Words("1 payment did not arrive", "Ni chyrhaeddodd 1 taliad"), Words("{n} payments did not arrive", "Ni chyrhaeddodd {n} o daliadau")),
    ("asks", Words("1 message asks you for something", "Mae 1 neges yn gofyn i chi am rywbeth"), Words("{n} messages ask you for something", "Mae {n} o negeseuon yn gofyn i chi am rywbeth")),
    ("new", Words("1 new message", "1 neges newydd"), Words("{n} new messages", "{n} o negeseuon newydd")),
)  # fmt: skip
SELECT = Words("Select why you open this record", "Dewiswch pam rydych yn agor y cofnod hwn")
LONGEST_NAME = 60


def told(attention: Attention) -> list[str]:
    """What needs attention, in words. What is asked for is not counted among the new ones again."""
    many = {"stopped": attention.stopped, "astray": attention.astray, "asks": attention.asks, "new": attention.new - attention.asks}
    return [t(one if many[what] == 1 else several, n=many[what]) for what, one, several in NEEDS if many[what] > 0]


@at_the_desk("act")
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, here: Desk) -> HttpResponse:
    """Everybody they act for today. A name that is looked for is posted: no address holds one."""
    named = request.POST.get("named", "")[:LONGEST_NAME].strip()
    page = int(text) if (text := request.GET.get("page", "1")).isdecimal() and 0 < len(text) < 5 else 1
    with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
        found, more = people_of(view, here.stream, named=named, page=max(1, page))
    listed = [
        {"person": p.person, "name": p.name, "born": p.born, "needs": told(p.attention), "money": p.attention.urgency < 2} for p in found
    ]
    return show(request, "people.html", here, {"people": listed, "named": named, "page": max(1, page), "more": more})


@at_the_desk("act")
@require_http_methods(["GET", "HEAD", "POST"])
def open_person(request: HttpRequest, here: Desk, person: UUID) -> HttpResponse:
    """Why is it opened? Kept, with who and for which body, before anything is seen. Somebody they do not act for is not there."""
    one = _one(request, here, person)
    wrong = False
    if request.method == "POST":
        why = WHY_OPENED.get(request.POST.get("why", ""))
        if why is not None:
            if not act_for(request, person, name=here.me.name, reason=why.en):
                raise Http404
            return HttpResponseRedirect(reverse("customer:home"))
        wrong = True
    context: dict[str, Any] = {"one": one, "whys": WHY_OPENED, "wrong": wrong, "say": t(SELECT), "back": reverse("organisation:people")}
    return show(request, "open_person.html", here, context, status=422 if wrong else 200)


def _one(request: HttpRequest, here: Desk, person: UUID) -> ActedFor:
    with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
        found, _ = people_of(view, here.stream, person=person)
    if not found:
        raise Http404
    return found[0]


@audience("representative")
@never_cache
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Out of a customer's record and back to the list."""
    if not request.actor.body:  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("for_whom"))
    return HttpResponseRedirect(reverse("organisation:people" if back_at_the_desk(request) else "organisation:ended"))
