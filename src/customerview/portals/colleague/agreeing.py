"""What waits for a second person, and overrides to look at: both are open duties, listed by what they are."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from customerview import work
from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.kernel import LONDON
from customerview.kernel.facts import ActionProposed, GuardOverridden
from customerview.ledger import reading

from .pages import show
from .work_pages import lines


def _opened_by(kind: type) -> list[str]:
    return [name for name, rule in catalogue().duties.items() if kind in rule.after]


@audience("colleague")
@require_GET
def to_agree(request: HttpRequest) -> HttpResponse:
    """What waits for this person's role, whoever asked; what their teams asked for that waits for others; overrides for those who review."""
    now, actor = datetime.now(LONDON), request.actor
    reviews = [*actor.teams, *(["quality"] if actor.roles & {"reviewer", "operations_manager", "team_leader"} else [])]
    with reading(request.access, catalogue(), actor) as view:
        mine = work.to_agree(view, actor.roles, limit=50)
        waits = {(w.stream, w.id) for w in mine}
        asked = [w for duty in _opened_by(ActionProposed) for w in work.team_work(view, actor.teams, now, duty=duty, limit=50).work]
        overrides = [w for duty in _opened_by(GuardOverridden) for w in work.team_work(view, reviews, now, duty=duty, limit=50).work]
        context = {
            "mine": lines(mine, now, actor), "others": lines([w for w in asked if (w.stream, w.id) not in waits], now, actor),
            "overrides": lines(overrides, now, actor),
        }  # fmt: skip
        return show(request, "agree.html", context, view=view)
