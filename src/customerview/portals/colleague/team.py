"""The team's work: what is late, with whom, since when and why; what others offer; how far late work has gone up; who is away."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods

from customerview import work
from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.kernel import LONDON, in_words
from customerview.ledger import reading, writing
from customerview.perform import NotDone, perform

from .naming import of_no_case, team_name
from .opening import open_record
from .pages import LEADS, show
from .typed import typed
from .work_pages import lines

LEVEL_OF = {"support_lead": "support_lead", "operations_manager": "operations_manager", "team_leader": "team_leader"}


def my_level(request: HttpRequest) -> str:
    """The highest level of late work that this person answers for; "" when it is none."""
    return next((level for role, level in LEVEL_OF.items() if role in request.actor.roles), "")


@audience("colleague")
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    now, known, actor = datetime.now(LONDON), catalogue(), request.actor
    level = my_level(request)
    late_only = request.GET.get("show") != "all"
    owners = None if level in ("operations_manager", "support_lead") else actor.teams
    with reading(request.access, known, actor) as view:
        page = work.team_work(view, actor.teams, now, after=request.GET.get("after", ""), late_only=late_only)
        raised = work.alerts(view, now, known.calendars, level=level, owners=owners) if level else []
        if level == "team_leader":  # what is late in the one team stands below, piece by piece: one alert for an outage is all that is new
            raised = [r for r in raised if r.many or set(actor.teams) != {r.owner}]
        news = work.digest(view, now, known.calendars, level=level, since=now.date() - timedelta(days=1), owners=owners) if level else []
        context = {
            "found": lines(page.work, now, actor), "next": page.next, "late_only": late_only,
            "offered": lines(work.offered(view, actor.teams), now, actor), "teams": [team_name(t) for t in actor.teams],
            "level": work.LEVELS.get(level, ""), "raised": [_alert(r) for r in raised], "news": [_alert(r) for r in news],
            "may_lead": bool(actor.roles & LEADS), "may_reset": "operations_manager" in actor.roles, "moved": request.session.pop("moved", ""),
        }  # fmt: skip
        return show(request, "team.html", context, view=view)


def _alert(raised: work.Raised) -> dict[str, object]:
    rule = catalogue().duties.get(raised.duty)
    return {
        "what": of_no_case(rule.words.en).rstrip(".") if rule else raised.duty.replace("_", " "), "rule": rule.rule if rule else "", "owner": team_name(raised.owner),
        "count": raised.pieces, "since": in_words(raised.since), "many": raised.many,
    }  # fmt: skip


@audience("colleague")
@require_http_methods(["GET", "POST"])
def away(request: HttpRequest) -> HttpResponse:
    """Somebody is away: what they had goes back to the team, or to a colleague, as one named run of many performs."""
    action = catalogue().actions.get("allocate_duty")
    if not request.actor.roles & LEADS or action is None:
        raise PermissionDenied
    who, to = typed(request, "who", 40), typed(request, "to", 40)
    now, wrong = datetime.now(LONDON), ""
    with reading(request.access, catalogue(), request.actor) as view:
        theirs = work.held_by(view, request.actor.teams, who) if who else []
        people = work.people_with_work(view, request.actor.teams)
    if request.method == "POST":
        if not who:
            wrong = "Select who is away"
        elif who == to:
            wrong = "Give the work to somebody else"
        else:
            run, moved = f"away-{uuid4().hex[:12]}", 0
            for one in theirs:
                open_record(request, one.stream, "Sharing out the work of a colleague who is away")
                try:
                    perform(
                        action(duty=one.id, person=to), on=one.stream, by=request.actor, ledger=writing(request.access, catalogue()),
                        catalogue=catalogue(), run=run, key=f"{run}-{one.stream}-{one.id}"[:200],
                    )  # fmt: skip
                    moved += 1
                except NotDone:
                    continue
            given = f"given to {to}" if to else "given back to the team"
            request.session["moved"] = f"{moved} piece{'s' if moved != 1 else ''} of work {given}."
            return HttpResponseRedirect("/staff/team")
    return show(request, "away.html", {"people": people, "wrong": wrong, "who": who, "to": to, "now": now}, status=422 if wrong else 200)
