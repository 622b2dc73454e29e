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
    """Proposals of this person's teams, and overrides for those who review them."""
    now, actor = datetime.now(LONDON), request.actor
    owners = [*actor.teams, *(["quality"] if actor.roles & {"reviewer", "operations_manager", "team_leader"} else [])]
    with reading(request.access, catalogue(), actor) as view:
        proposals = [
            w for duty in _opened_by(ActionProposed) for w in work.team_work(view, owners, now, duty=duty, limit=50).work
        ]
        overrides = [
            w for duty in _opened_by(GuardOverridden) for w in work.team_work(view, owners, now, duty=duty, limit=50).work
        ]
        context = {"proposals": lines(proposals, now, actor), "overrides": lines(overrides, now, actor)}
        return show(request, "agree.html", context, view=view)
