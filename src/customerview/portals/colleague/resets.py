"""Open work that follows a later edition: asked for by an operations manager, counted, agreed to by another, carried out by the worker."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods

from customerview import work
from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.moving_work.ask_for_bulk_reset import AskForBulkReset
from customerview.instructions.moving_work.bulk_reset_facts import BulkReset
from customerview.instructions.moving_work.settle_bulk_reset import ReadBulkReset, StartBulkReset, WithdrawBulkReset
from customerview.instructions.second_person.approve_proposal import ApproveProposal
from customerview.instructions.second_person.decline_proposal import DeclineProposal
from customerview.kernel import LONDON, Action, Record, in_words
from customerview.kernel.facts import ActionProposed
from customerview.ledger import look, reading, writing
from customerview.perform import Invalid, NotDone, perform
from customerview.portals.forms import Form

from .naming import actor_name, of_no_case, team_name
from .opening import open_record, opened, reason_for
from .pages import show
from .typed import typed

MANAGER = "operations_manager"
STEPS = ("count_bulk_reset", "settle_bulk_reset", "finish_bulk_reset", "read_bulk_reset")
STATES = {
    "asked": "Being counted", "counted": "Counted: nothing is changed yet", "started": "Being carried out", "ended": "Carried out", "read": "Carried out",
    "withdrawn": "Withdrawn",
}  # fmt: skip
LOOK = "Resetting open work: no customer's record"


def _only_managers(request: HttpRequest) -> None:
    if MANAGER not in request.actor.roles:
        raise PermissionDenied


def _named(rule: str) -> str:
    found = catalogue().duties.get(rule)
    return of_no_case(found.words.en) if found else rule


@audience("colleague")
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """Those that are not read to their end."""
    _only_managers(request)
    with reading(request.access, catalogue(), request.actor) as view:
        now = datetime.now(LONDON)
        found = [w for duty in STEPS for w in work.team_work(view, ["operations"], now, duty=duty, limit=50).work]
        lines = [(str(w.stream), w.sentence(catalogue()).rstrip("."), in_words(w.opened.astimezone(LONDON).date())) for w in found]
        return show(request, "resets.html", {"found": lines}, view=view)


@audience("colleague")
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Which instruction's work, of which team, why. Nothing changes by asking."""
    _only_managers(request)
    known = catalogue()
    nothing: Record = known.fold.of(uuid4(), [])
    form = Form.posted(request, AskForBulkReset, nothing) if request.method == "POST" else Form(AskForBulkReset, nothing)
    form.for_customer = False  # type: ignore[attr-defined]
    chosen = request.POST.get("instruction", "")
    if request.method == "POST":
        if chosen not in known.duties:
            form.raw["instruction"] = [""]
        values = form.read()
        if not form.problems:
            stream = uuid4()
            look(request.access, stream, request.actor, reason=LOOK)
            perform(
                AskForBulkReset(**values), on=stream, by=request.actor, ledger=writing(request.access, known), catalogue=known, key=form.key
            )
            return HttpResponseRedirect(f"/staff/resets/{stream}")
        form.status = 422
    duties = sorted(((name, _named(name)) for name in known.duties), key=lambda pair: pair[1])
    return show(request, "reset_ask.html", {"form": form, "duties": duties, "chosen": chosen}, status=form.status)


WAYS: dict[str, type[Action]] = {
    "start": StartBulkReset, "withdraw": WithdrawBulkReset, "read": ReadBulkReset, "agree": ApproveProposal, "decline": DeclineProposal,
}  # fmt: skip


@audience("colleague")
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, stream: UUID) -> HttpResponse:
    """One of them: what would change, who agreed, how far it is."""
    _only_managers(request)
    if not reason_for(request, stream):
        open_record(request, stream, LOOK)
    wrong = ""
    if request.method == "POST":
        wrong = _do(request, stream)
        if not wrong:
            return HttpResponseRedirect(request.path)
    with opened(request, stream) as here:
        held: BulkReset = here.record.bulk_reset
        if not held.status:
            raise Http404
        proposals = list(here.whole.proposals.open.items())
        proposed = [here.view.fact(stream, number) for number, _ in proposals]
        context = _context(held, request) | {
            "wrong": wrong, "stream": stream, "why_typed": typed(request, "why", 300) if wrong else "",
            "waiting": [
                {"number": f.number, "by": actor_name(f.by), "since": in_words(f.at, time=True), "mine": f.by == request.actor.code}
                for f in proposed if f is not None and isinstance(f.fact, ActionProposed)
            ],
        }  # fmt: skip
        return show(request, "reset.html", context, view=here.view, status=422 if wrong else 200)


def _context(held: BulkReset, request: HttpRequest) -> dict[str, Any]:
    return {
        "held": held, "state": STATES[held.status], "instruction": _named(held.instruction), "asked_by": actor_name(held.by),
        "mine": held.by == request.actor.code, "asked_on": in_words(held.asked) if held.asked else "",
        "owner": team_name(held.owner) if held.owner else "", "to": team_name(held.to) if held.to else "",
        "moves": [(team_name(m.owner), in_words(m.due), team_name(m.to_owner), in_words(m.to_due), m.duties) for m in held.moves],
        "more": held.found - sum(m.duties for m in held.moves), "left": [(one.duties, one.why) for one in held.left],
    }  # fmt: skip


def _do(request: HttpRequest, stream: UUID) -> str:
    """Do what the button says; else what is wrong with it."""
    action = WAYS.get(request.POST.get("do", ""))
    if action is None:
        return "Choose what to do"
    values: dict[str, Any] = {}
    if action in (ApproveProposal, DeclineProposal):
        number = request.POST.get("proposal", "")
        values["proposal"] = int(number) if number.isdecimal() and len(number) < 9 else 0
    if action in (WithdrawBulkReset, DeclineProposal):
        values["why"] = typed(request, "why", 300)
        if len(values["why"]) < 3:
            return "Enter why"
    try:
        perform(
            action(**values), on=stream, by=request.actor, ledger=writing(request.access, catalogue()), catalogue=catalogue(),
            propose=action is StartBulkReset, key=typed(request, "key", 100),
        )  # fmt: skip
    except Invalid as invalid:
        return " ".join(p.words.en for p in invalid.problems)
    except NotDone as not_done:
        return getattr(getattr(not_done, "words", None), "en", "This cannot be done now")
    return ""
