"""Changing something: one thing on each page, check answers, done. A page of a change never begun starts it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from customerview.identity import audience, kept_for
from customerview.instructions.journal_and_callbacks.when_messages_are_read import HELP, NOT_FOR_EMERGENCIES, WHEN_READ
from customerview.kernel import Record
from customerview.portals.forms import Steps, reference
from customerview.portals.layout import current, t

from .counting import began, counted, note, reached
from .flows import FLOWS
from .own import Own, own_record, show
from .promises import promises
from .proof_journey import awards_of

DONE = "done_here"
BEFORE_A_MESSAGE = {"when_read": WHEN_READ, "not_for_emergencies": NOT_FOR_EMERGENCIES, "places": HELP}


def _flow(name: str, own: Own) -> Steps:
    if name not in FLOWS:
        raise Http404
    if not own.may(name):
        raise PermissionDenied
    return FLOWS[name]


def _record(steps: Steps, own: Own) -> Record:
    """The record questions are asked of. What shows beforehand what will be made is asked of all of it, as the making will be."""
    return own.whole if steps.beside else own.record


@audience("customer", "representative")
@counted
@require_http_methods(["GET"])
def begin(request: HttpRequest, name: str) -> HttpResponse:
    """Start afresh."""
    with own_record(request) as own:
        steps = _flow(name, own)
        steps.begin(request, _record(steps, own))
        if steps.measured:
            began(request, can=bool(awards_of(own.actor, own.record)))
    return _to(steps, steps.first_unasked(request) or 1)


@audience("customer", "representative")
@counted
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, name: str, number: int) -> HttpResponse:
    with own_record(request) as own:
        steps = _flow(name, own)
        record = _record(steps, own)
        if not 1 <= number <= len(steps.pages):
            raise Http404
        if (held := steps.answers(request)) is None:
            steps.begin(request, record)
            if number != 1:
                return _to(steps, 1)
            held = steps.answers(request)
        assert held is not None
        if steps.pages[number - 1].at:
            return HttpResponseRedirect(reverse(steps.pages[number - 1].at))
        if request.method == "POST":
            form, good = steps.take(request, record, number)
            if good:
                following = steps.first_unasked(request)
                return _to(steps, following) if following else HttpResponseRedirect(_at(steps, "check"))
            if steps.measured:
                for problem in form.problems:
                    note(request, "wrong", step=problem.field)
        else:
            if steps.measured:
                reached(request, steps.pages[number - 1].fields[0])
            form = steps.form(request, record, number)
            if typed := kept_for(request):
                form.raw |= typed
        before = steps.page_before(held, number)
        back = _address(steps, before) if before else reverse(f"customer:{steps.back}")
        if (number in held["asked"] or steps.pages[number - 1].known) and steps.first_unasked(request) is None:
            back = _at(steps, "check")
        return show(
            request,
            "step.html",
            own,
            _around(steps)
            | {"form": form, "back": back, "before": steps.pages[number - 1].before, **BEFORE_A_MESSAGE, **steps.so_far(request, record)},
            status=form.status,
        )


@audience("customer", "representative")
@counted
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, name: str) -> HttpResponse:
    """Check your answers, then send."""
    with own_record(request) as own:
        steps = _flow(name, own)
        if steps.answers(request) is None:
            kept = request.session.get(DONE, {}) if request.method == "POST" else {}
            return HttpResponseRedirect(kept["at"]) if kept.get("name") == name else _to(steps, 1)  # the second click of two
        if (unasked := steps.first_unasked(request)) is not None:
            return _to(steps, unasked)
        record = _record(steps, own)
        if steps.measured:
            reached(request, "check")
        rows, beside = steps.rows(request, record), steps.so_far(request, record)
    form = None
    if request.method == "POST":
        # Outside the transaction that cannot write.
        form, done = steps.send_it(request, record, own.stream)
        if done is not None:
            number = done.facts[0].number if done.facts else record.number
            at = steps.then(request, own.stream, done) if steps.then else _at(steps, "done")
            request.session[DONE] = {
                "name": name,
                "reference": reference(own.stream, number),
                "said": _said(done.facts),
                "at": at,
                "facts": [f.number for f in done.facts],
            }
            return HttpResponseRedirect(at)
    held = steps.answers(request)
    pages = steps.pages_of(form.problems, held["raw"]) if form and held else {}
    problems = (
        [{"text": t(p.words), "href": _address(steps, pages[p.field]) if p.field in pages else "#answers"} for p in form.problems]
        if form
        else []
    )
    with own_record(request) as own:
        return show(
            request, "check.html", own,
            _around(steps) | {
                "rows": [row | {"at": _address(steps, row["page"])} for row in rows], "form": form, "problems": problems,
                "back": _address(steps, steps.page_before(held) if held else 1), "send": steps.send, **beside,
            },
            status=form.status if form else 200,
        )  # fmt: skip


def _said(facts: list[Any]) -> list[str]:
    return [said for f in facts if (said := f.say("customer", current()))]


@audience("customer", "representative")
@require_http_methods(["GET"])
def done(request: HttpRequest, name: str) -> HttpResponse:
    """What was done, with the reference. It stays as long as the person is signed in."""
    with own_record(request) as own:
        steps = _flow(name, own)
        held = request.session.get(DONE)
        if not held or held["name"] != name:
            return HttpResponseRedirect(reverse("customer:home"))
        return show(
            request,
            "done.html",
            own,
            _around(steps)
            | {
                "reference": held["reference"],
                "said": held["said"],
                "after": steps.after,
                "back_to": steps.back,
                "promises": promises(own, of=held["facts"]) if held["facts"] else [],
            },
        )


def _around(steps: Steps) -> dict[str, Any]:
    return {"steps": steps, "private": steps.private}


def _at(steps: Steps, page: str) -> str:
    return reverse(f"customer:change_{page}", args=[steps.name])


def _address(steps: Steps, number: int) -> str:
    return reverse("customer:change_page", args=[steps.name, number])


def _to(steps: Steps, number: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(_address(steps, number))
