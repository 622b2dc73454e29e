"""Danger to life: the six point plan on the whole screen, one thing at a time. One click begins it, from any page, asking nothing first.

The click is also the reason for the look. Whoever takes part sees what was written; any other colleague joins first.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.journal_and_callbacks.when_messages_are_read import HELP
from customerview.instructions.six_point_plan.end_plan import EndPlan
from customerview.instructions.six_point_plan.facts import WENT, Plan
from customerview.instructions.six_point_plan.join_plan import JoinPlan
from customerview.instructions.six_point_plan.note_plan_step import NotePlanStep
from customerview.instructions.six_point_plan.record_plan_step import RecordPlanStep
from customerview.instructions.six_point_plan.start_plan import StartPlan
from customerview.instructions.six_point_plan.steps import HAND_ON, STEPS
from customerview.kernel import LONDON, Action, Words, in_words
from customerview.ledger import reading
from customerview.portals.forms import Form, carry_out

from .contact_state import cause_of, contact_in_progress
from .identity_bar import identity_bar
from .naming import actor_name
from .opening import OPEN, Opened, open_record, opened, reason_for
from .pages import show

NOTHING_READ: dict[str, Any] = {"help": HELP, "stream": "", "bar": None, "began": None, "points": [], "joins": False}
"""What every screen has before a record is open."""
REASON = "Danger to life: the six point plan"
BEGIN = Words("Start the plan", "Dechrau'r cynllun")
PHONES = ("phone", "mobile")
JOIN = Words("Join the plan", "Ymuno â'r cynllun")
GO_ON = Words("Save and go on", "Cadw a mynd ymlaen")
END = Words("End the plan", "Dod â'r cynllun i ben")


@audience("colleague")
@require_GET
def danger(request: HttpRequest) -> HttpResponse:
    """From a page that is about nobody: what to do now, and for which customer to begin."""
    held = contact_in_progress(request)
    if held is not None:
        return HttpResponseRedirect(f"/staff/customers/{held.stream}/danger")
    recent = list(reversed(request.session.get(OPEN, {})))[:5]
    with reading(request.access, catalogue(), request.actor) as view:
        names = [(stream, view.whole(UUID(stream)).seen_by().person.called or "A customer without a name") for stream in recent]
        return show(request, "danger_who.html", NOTHING_READ | {"recent": names}, view=view)


class Screen(NamedTuple):
    """One screen of the plan: its form, its page, and where it goes on when the form is done."""

    form: Form
    template: str
    then: str
    cause: str
    context: dict[str, Any]


@audience("colleague")
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, stream: UUID, step: str = "") -> HttpResponse:
    """The plan: to begin or join it; then each step, and handing on."""
    if not reason_for(request, stream):
        if request.method == "GET":
            form = Form(StartPlan, catalogue().fold.empty(stream), button=BEGIN)
            return show(request, "danger_start.html", NOTHING_READ | {"stream": stream, "form": form})
        open_record(request, stream, REASON)
    with opened(request, stream) as here:
        held = open_plan(here)
        if held is not None and held.takes_part(request.actor.code):
            if not step:
                return HttpResponseRedirect(address_of(stream, next(iter(held.left()), HAND_ON)))
            screen = _screen(request, here, held, step)
        else:
            screen = _beginning(request, here, held)
    if request.method == "POST" and carry_out(request, screen.form, stream, cause=screen.cause):
        if step == HAND_ON:
            request.session["done"] = "The six point plan has ended. Its follow-up is on your team’s list."
        return HttpResponseRedirect(screen.then)
    return show(request, screen.template, screen.context | {"form": screen.form}, status=screen.form.status)


def _form(request: HttpRequest, action: type[Action], here: Opened, given: dict[str, Any], **more: Any) -> Form:
    if request.method == "POST":
        return Form.posted(request, action, here.whole, given=given, **more)
    return Form(action, here.whole, given=given, **more)


def _beginning(request: HttpRequest, here: Opened, held: Plan | None) -> Screen:
    if held is not None:
        form, because = _form(request, JoinPlan, here, {"plan": held.number}, button=JOIN), cause(held)
    else:
        mine = here.whole.contacts.of(request.actor.code)
        form = _form(request, StartPlan, here, {"contact": mine.number if mine else 0}, button=BEGIN)
        because = cause_of(mine.number) if mine else ""
    stream = here.record.stream
    return Screen(form, "danger_start.html", address_of(stream, next(iter(STEPS))), because, around(request, here) | {"joins": held})


def _screen(request: HttpRequest, here: Opened, held: Plan, step: str) -> Screen:
    """One step of an open plan, or handing on, for whoever takes part."""
    stream, shown = here.record.stream, around(request, here, held, step)
    if step == HAND_ON:
        there = contact_in_progress(request)
        back = f"/staff/customers/{stream}" + ("/contact" if there is not None and there.stream == str(stream) else "")
        left = [(STEPS[s].title.en, address_of(stream, s)) for s in held.left()]
        form = _form(request, EndPlan, here, {"plan": held.number}, button=END)
        return Screen(form, "danger_end.html", back, cause(held), shown | {"left": left})
    if step not in STEPS:
        raise Http404
    taken = held.steps.get(step)
    known = {"said": taken.said} | ({"went": taken.went} if taken.went else {}) if taken else {}
    form = _form(request, RecordPlanStep, here, {"plan": held.number, "step": step}, known=known, button=GO_ON)
    order = [*STEPS, HAND_ON]
    then = address_of(stream, order[order.index(step) + 1])
    return Screen(form, "danger_step.html", then, cause(held), shown | {"step": STEPS[step], "code": step})


@audience("colleague")
@require_POST
def notes(request: HttpRequest, stream: UUID, step: str) -> HttpResponse:
    """Keep what is typed at a step, sent by the page a moment after typing."""
    if step not in STEPS or not reason_for(request, stream):
        raise Http404
    with opened(request, stream) as here:
        held = open_plan(here)
        if held is None or not held.takes_part(request.actor.code):
            raise Http404
        form = Form.posted(request, NotePlanStep, here.whole, given={"plan": held.number, "step": step})
    form.key = ""  # each saving says something else
    kept = carry_out(request, form, stream, cause=cause(held)) is not None
    return JsonResponse({"saved": kept}, status=200 if kept else form.status)


def around(request: HttpRequest, here: Opened, held: Plan | None = None, current: str = "") -> dict[str, Any]:
    """What stays in view at every step: who and where they are, whom to ring, the clock, and how far the plan is."""
    record, today = here.record, here.asked.today
    home = None if record.person.protected_address else record.person.address("home", today)
    return NOTHING_READ | {
        "stream": record.stream, "bar": identity_bar(record, today), "welsh": record.person.language == "cy",
        "place": "Their address is protected. Ask where they are now." if record.person.protected_address
        else ", ".join([*home.lines, str(home.postcode)]) if home else "No address is known. Ask where they are now.",
        "phones": [r.value for r in record.person.routes.values() if r.route in PHONES and r.value and r.works],
        "began": held.started.astimezone(LONDON) if held else None,
        "with_you": [actor_name(code) for code in [held.by, *held.joined] if code != request.actor.code] if held else [],
        "points": [_point(here, held, step, title, current) for step, title in _points()] if held else [],
    }  # fmt: skip


def _points() -> list[tuple[str, str]]:
    return [*((code, step.title.en) for code, step in STEPS.items()), (HAND_ON, "Hand on")]


def _point(here: Opened, held: Plan, step: str, title: str, current: str) -> dict[str, Any]:
    taken = held.steps.get(step)
    how = ""
    if taken and taken.went and taken.at:
        how = f"{WENT[taken.went].en}, {in_words(taken.at, time=True)}, by {actor_name(taken.by)}"
    return {"title": title, "href": address_of(here.record.stream, step), "how": how, "current": step == current}


def open_plan(here: Opened) -> Plan | None:
    """From the whole record: whoever is shown its words takes part in it."""
    return next(iter(here.whole.plans.open.values()), None)


def address_of(stream: UUID, step: str) -> str:
    return f"/staff/customers/{stream}/danger/{step}"


def cause(held: Plan) -> str:
    return cause_of(held.contact) if held.contact else ""
