"""Doing something: every action's form from its declaration, a duty's own page, and going past a guard by a named role with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from customerview import work
from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.expected_delivery import expected_delivery
from customerview.instructions.proofs.facts import ProofIssued
from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.kernel import LONDON, Action, Problem, action_name, fields_of
from customerview.ledger import writing
from customerview.perform import NotAllowed, NotThere, Override, may_do, perform
from customerview.portals.forms import Form, carry_out

from .appointments import as_it_stands
from .before_you_speak import before_you_speak, duty_line, may_know
from .concerning import concerning
from .contact_state import cause_for, contact_in_progress
from .customer import head
from .doable import DONE_IN_PLACE, address, filled_in, in_the_way_of, nothing_to_choose, what_is_new
from .naming import line_name
from .opening import Opened, about_a_customer, opened
from .pages import show
from .things import hidden_fields, what_it_is_about
from .typed import typed
from .what_you_can_do import suggested

MOST = 2**31
"""Facts are numbered below this."""
FIRST = {"issue_proof": ("awards", "purpose", "way")}
"""What is asked at first where somebody waits on the phone. The rest keeps its answer of before, and is a link away."""
OVERRIDE, WHY, ACKNOWLEDGED = "_override", "_override_reason", "_acknowledged"
NOTHING_TYPED = "first"
NOTHING_THERE = "Nobody, or nothing, that this could be about is in the record yet. Record that first."
LOCKED = ("book_appointment",)
"""Forms that open only once what is new is read: the diary is not looked at before the notes are."""


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def do_page(request: HttpRequest, stream: UUID, name: str) -> HttpResponse:
    action = catalogue().actions.get(name)
    if action is None or action.about.opens_record:
        raise Http404
    with opened(request, stream) as here:
        refusal = may_do(action, request.actor, here.whole, catalogue())
        given, only = given_by(request, action), None if "all" in request.GET else FIRST.get(name)
        if request.method == "GET":
            form = Form(
                action, here.whole, given=given, known=as_it_stands(name, given, here.whole) | chosen_by(request, action), only=only
            )
            form.raw |= only_answers(form)
        else:
            form = Form.posted(request, action, here.whole, given=given, only=only)
        form.for_customer = False
        context = head(request, here, "do") | {"before": before_you_speak(here.record, here.asked, catalogue())}
        which = _which(action, given, here) if request.method == "GET" else []
        nothing = which is None or nothing_to_choose(action, given, here.whole)
        in_the_way = NOTHING_THERE if nothing else "" if which else _other_line(action, given, here)
        about = concerning(given, here.record, here.view, request.actor)
        unread = what_is_new(action, given, here.whole, here.asked, catalogue()) if request.method == "GET" and name in LOCKED else ()
    if refusal is not None:
        return show(request, "cannot.html", context | {"title": action.about.title.en, "why": refusal.en}, status=403)
    if which and len(which) == 1:
        return HttpResponseRedirect(which[0][0])
    if request.method == "POST":
        if request.POST.get(ACKNOWLEDGED):
            perform(
                AcknowledgeKeyFacts(), on=stream, by=request.actor, ledger=writing(request.access, catalogue()), catalogue=catalogue(),
                cause=cause_for(request, stream),
            )  # fmt: skip
            if request.POST[ACKNOWLEDGED] == NOTHING_TYPED:  # nothing was typed yet: the form opens
                return HttpResponseRedirect(request.get_full_path())
        done = _done(request, form, stream)
        if done is not None:
            request.session["done"] = _said(done, form)
            there = contact_in_progress(request)
            during = there is not None and there.stream == str(stream)
            return HttpResponseRedirect(f"/staff/customers/{stream}" + ("/contact" if during else ""))
    context |= {
        "more": only is not None, "which": which, "form": form, "explained": " ".join((action.__doc__ or "").split()), "in_the_way": in_the_way, "about": about, "unread": unread, "owed": request.GET.get("for", "") if request.GET.get("for", "") in here.whole.duties.open else "",
        "satisfied_by": [in_the_way_of(o, given, here.whole, catalogue()) for o in form.outcomes if o.satisfied_by != DONE_IN_PLACE],
        "acknowledge": any(o.satisfied_by == DONE_IN_PLACE for o in form.outcomes), "overridable": overridable(request, form),
        "who_may": [] if form.status != 409 or overridable(request, form) else who_may_go_past(form),
    }  # fmt: skip
    return show(request, "do.html", context, status=form.status)


def _done(request: HttpRequest, form: Form, stream: UUID) -> Any:
    override = None
    if request.POST.get(OVERRIDE) and (why := typed(request, WHY, 500)):
        override = Override(tuple(request.POST.getlist(OVERRIDE)), why)
    try:
        return carry_out(request, form, stream, cause=cause_for(request, stream), **({"override": override} if override else {}))
    except NotThere as not_there:
        raise Http404 from not_there
    except NotAllowed as refused:
        form.status = 403
        form.problems = [*form.problems, Problem("", refused.words)]
        return None


def given_by(request: HttpRequest, action: type[Action]) -> dict[str, Any]:
    """What the page's address says it is about: fields no box asks for, in their own type. What is no value is left out."""
    given: dict[str, Any] = {}
    fields = {f.name: f for f in msgspec.structs.fields(action)}
    for name, asked in fields_of(action).items():
        if asked.hidden and name in request.GET:
            try:
                value = msgspec.convert(request.GET[name], fields[name].type, strict=False)
            except msgspec.ValidationError:
                continue
            if not (isinstance(value, int) and value >= MOST) and "\0" not in str(value):
                given[name] = value
    return given


def _which(action: type[Action], given: dict[str, Any], here: Opened) -> list[tuple[str, str]] | None:
    """Where the address leaves out what it is about: the addresses that say it, and what each thing is called. None: there is nothing."""
    if not set(hidden_fields(action)) - given.keys():
        return []
    found = what_it_is_about(action, here.whole, catalogue())
    return [(address(here.whole.stream, action_name(action), about), called or action.about.title.en) for about, called in found] or None


def chosen_by(request: HttpRequest, action: type[Action]) -> dict[str, Any]:
    """What the address chooses beforehand: answers among those offered, which can still be changed."""
    return {
        name: request.GET[name] for name, asked in fields_of(action).items()
        if asked.kind == "choice" and not callable(asked.choices) and request.GET.get(name) in {c.value for c in asked.choices}
    }  # fmt: skip


def only_answers(form: Form) -> dict[str, list[str]]:
    """Where there is one answer to a question that must have one, it is ticked."""
    return {
        q.name: [q.choices[0].value]
        for q in form.questions
        if q.kind in ("choice", "choices") and len(q.choices) == 1 and (q.required or q.min_length)
    }


def _other_line(action: type[Action], given: dict[str, Any], here: Opened) -> str:
    if not action.about.own_line_only:
        return ""
    line = filled_in(action, given, here.whole, here.asked).line(here.whole)
    if line and line != here.asked.by.line:
        return f"Only {line_name(line)} can do this. Ask them to."
    return ""


def overridable(request: HttpRequest, form: Form) -> list[str]:
    """The rules in the way that this person's role may go past, giving a reason; none when another thing stands there too."""
    who_may = {g.rule: set(g.overridden_by) for g in catalogue().guards_before(form.action)}
    rules = list(dict.fromkeys(o.rule for o in form.outcomes if o.kind != "reason"))
    return rules if rules and all(request.actor.roles & who_may.get(r, set()) for r in rules) else []


def who_may_go_past(form: Form) -> list[str]:
    """The roles that may go past everything that stands in the way, for whoever has none of them."""
    who_may = {g.rule: set(g.overridden_by) for g in catalogue().guards_before(form.action)}
    rules = {o.rule for o in form.outcomes if o.kind != "reason"}
    roles = set.intersection(*(who_may.get(rule, set()) for rule in rules)) if rules else set()
    return sorted(catalogue().roles[role].title.lower() for role in roles)


def _said(done: Any, form: Form) -> str:
    """For the banner; of a proof, what the customer on the phone is told of it."""
    if done.again:
        return "This had been done already. It was not done twice."
    if done.proposed:
        return f"“{form.action.about.title.en}” waits for a second person to agree."
    said = [f"Done: {form.action.about.title.en.lower()}."]
    for proof in (f for f in done.facts if isinstance(f.fact, ProofIssued)):
        said.append(f"Its reference is {proof.fact.reference}.")
        if proof.fact.way == "post":
            day = proof.at.astimezone(LONDON).date()
            said.append(expected_delivery(proof.at, catalogue().calendars.of("england_and_wales", day), catalogue().figures).say())
    return " ".join(said)


@audience("colleague")
@about_a_customer
@require_http_methods(["GET"])
def duty_page(request: HttpRequest, stream: UUID, duty: str) -> HttpResponse:
    """One piece of work: what has to be done, by when, why; the ways to do it; and how it changes hands."""
    known = catalogue()
    with opened(request, stream) as here:
        owed = here.whole.duties.open.get(duty)
        context = head(request, here, "work")
        if owed is None or not may_know(owed, here.asked, known):
            return show(request, "no_longer_due.html", context, view=here.view)
        ways = [d for d in suggested(here.whole, here.asked, known) if d.why_due == duty]
        rule = known.duties[owed.duty]
        context |= {
            "owed": owed, "line": duty_line(owed, here.asked, known), "late": owed.is_late(here.asked.at), "rule": rule, "ways": ways,
            "before": before_you_speak(here.record, here.asked, known), "moves": moves(request, here, owed),
            "levels": [work.LEVELS[one] for one in work.levels(
                owed.due, owed.is_late(here.asked.at), owed.harm, work.highest_tier(here.whole), known.nation(here.whole), here.asked.today, known.calendars)],
        }  # fmt: skip
        return show(request, "duty.html", context, view=here.view)


MOVES = ("accept_duty", "decline_duty", "allocate_duty", "offer_duty")


def moves(request: HttpRequest, here: Opened, owed: Any) -> list[tuple[str, str]]:
    """How this work can change hands: the title and address of each move open to this person."""
    found = []
    for name in MOVES:
        action = catalogue().actions.get(name)
        if action is None or may_do(action, request.actor, here.whole, catalogue()) is not None:
            continue
        made = filled_in(
            action, {"duty": owed.id} | ({"person": request.actor.id} if name == "allocate_duty" else {}), here.whole, here.asked
        )
        if not any(problem.field == "duty" for problem in made.problems(here.whole, here.asked)):
            found.append((action.about.title.en, address(here.whole.stream, name, {"duty": owed.id})))
    return found
