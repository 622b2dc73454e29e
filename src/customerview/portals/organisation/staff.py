"""An organisation's own staff, keys and history, for its administrators; and the first page of everybody who works there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from customerview.identity import audience, new_key
from customerview.instructions import catalogue
from customerview.instructions.organisations.api_keys import MakeApiKey, StopApiKey
from customerview.instructions.organisations.facts import DOES, MAY
from customerview.instructions.organisations.staff import ChangeWhatStaffMayDo, InviteStaff, RemoveStaff
from customerview.kernel import LONDON, Words
from customerview.ledger import reading
from customerview.portals.forms import Form, carry_out
from customerview.portals.layout import current, t

from .desk import Desk, at_the_desk, do, show

A_PAGE = 50


@at_the_desk()
@require_safe
def desk(request: HttpRequest, here: Desk) -> HttpResponse:
    """What there is to do here, for this person."""
    return show(request, "desk.html", here, {"does": [t(DOES[one]) for one in here.organisation.does]})


@audience("public")
@require_safe
def ended(request: HttpRequest) -> HttpResponse:
    """They were signed out because they, or their organisation, may do nothing here any more."""
    return render(request, "organisation/ended.html")


@at_the_desk("manage")
@require_safe
def staff(request: HttpRequest, here: Desk) -> HttpResponse:
    """Everybody who works here or is invited, and what each may do."""
    today = datetime.now(LONDON).date()
    listed = [
        {
            "code": s.staff, "name": s.name, "email": s.email, "may": [t(MAY[one]) for one in s.may], "joined": bool(s.subject), "expires": s.expires,
            "ended": not s.subject and not s.invited(today), "myself": s.staff == here.me.staff,
        }
        for s in here.organisation.staff.values()
    ]  # fmt: skip
    said = request.session.pop("organisation_said", "") if "organisation_said" in request.session else ""
    return show(request, "staff.html", here, {"listed": listed, "said": said})


@at_the_desk("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, here: Desk) -> HttpResponse:
    button = Words("Invite", "Gwahodd")
    if request.method != "POST":
        return show(
            request,
            "staff_form.html",
            here,
            {"form": Form(InviteStaff, here.record, button=button), "back": reverse("organisation:staff"), "about": ""},
        )
    form = Form.posted(request, InviteStaff, here.record, button=button)
    done = carry_out(request, form, here.stream)
    if done is None:
        return show(
            request,
            "staff_form.html",
            here,
            {"form": form, "back": reverse("organisation:staff"), "about": ""},
            status=form.status,
        )
    request.session["organisation_said"] = t(
        "{name} is invited. Tell them to come here and sign in with {email}. We do not write to them.",
        "Mae {name} wedi cael gwahoddiad. Dywedwch wrthynt am ddod yma a mewngofnodi gyda {email}. Nid ydym yn ysgrifennu atynt.",
        name=done.facts[0].fact.name, email=done.facts[0].fact.email,
    )  # fmt: skip
    return HttpResponseRedirect(reverse("organisation:staff"))


@at_the_desk("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def staff_may(request: HttpRequest, here: Desk, code: str) -> HttpResponse:
    """What one of them may do. It changes at once: they sign in again."""
    one = here.organisation.staff.get(code)
    if one is None:
        raise Http404
    given: dict[str, Any] = {"staff": code}
    about = {"about": one.name, "back": reverse("organisation:staff")}
    if request.method != "POST":
        return show(
            request,
            "staff_form.html",
            here,
            about | {"form": Form(ChangeWhatStaffMayDo, here.record, known={"may": one.may}, given=given)},
        )
    form = Form.posted(request, ChangeWhatStaffMayDo, here.record, given=given)
    if carry_out(request, form, here.stream) is None:
        return show(request, "staff_form.html", here, about | {"form": form}, status=form.status)
    return HttpResponseRedirect(reverse("organisation:staff"))


@at_the_desk("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, here: Desk, code: str) -> HttpResponse:
    """Asked once more, then at once."""
    one = here.organisation.staff.get(code)
    if one is None:
        raise Http404
    problem = do(request, here, RemoveStaff(staff=code)) if request.method == "POST" else None
    if request.method == "POST" and not isinstance(problem, Words):
        request.session["organisation_said"] = t("{name} was removed.", "Cafodd {name} ei dynnu oddi yno.", name=one.name)
        return HttpResponseRedirect(reverse("organisation:staff"))
    why = t(problem) if isinstance(problem, Words) else ""
    return show(
        request,
        "remove_staff.html",
        here,
        {"one": one, "problem": why, "back": reverse("organisation:staff")},
        status=422 if why else 200,
    )


@at_the_desk("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest, here: Desk) -> HttpResponse:
    """The keys of its own system. A new one's secret is on this page once."""
    said: dict[str, str] = {}
    if request.method == "POST" and request.POST.get("do") == "make":
        client, secret, kept = new_key()
        done = do(request, here, MakeApiKey(client=client, secret_hash=kept))
        said = {"problem": t(done)} if isinstance(done, Words) else {"client": client, "secret": secret}
    held = list(here.organisation.keys) + ([said["client"]] if "client" in said else [])
    return show(request, "keys.html", here, {"keys": held, "said": said})


@at_the_desk("manage")
@require_POST
def stop_key(request: HttpRequest, here: Desk) -> HttpResponse:
    do(request, here, StopApiKey(client=request.POST.get("client", "")[:60]))
    return HttpResponseRedirect(reverse("organisation:keys"))


@at_the_desk("manage")
@require_safe
def history(request: HttpRequest, here: Desk) -> HttpResponse:
    """All that happened in the organisation's own record, and who did it."""
    text = request.GET.get("before", "")
    with reading(request.access, catalogue(), request.actor) as view:  # type: ignore[attr-defined]
        found = view.timeline(here.stream, before=int(text) if text.isdecimal() and len(text) < 10 else None, limit=A_PAGE + 1)
    told = []
    for one in found[:A_PAGE]:
        code = getattr(one.fact, "staff", "")
        more = {"staff": here.name_of(code), "name": getattr(one.fact, "name", "") or here.name_of(code)} if code else {}
        if sentence := one.say("customer", current(), **more):
            told.append({"at": one.at, "who": here.who(one.by), "said": sentence})
    return show(request, "history.html", here, {"told": told, "more": found[A_PAGE - 1].number if len(found) > A_PAGE else None})
