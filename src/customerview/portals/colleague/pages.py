"""What every page of this portal has around it: the menu with how much there is to do, who is signed in, the contact in progress."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from customerview import work
from customerview.instructions import catalogue
from customerview.instructions.organisations.verify_organisation import DECIDES
from customerview.kernel import LONDON
from customerview.ledger import View, reading

from .contact_state import contact_in_progress
from .naming import team_name

LEADS = frozenset({"team_leader", "operations_manager", "support_lead"})


def show(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, view: View | None = None, status: int = 200
) -> HttpResponse:
    """The page, with its menu. `view`: an open reading transaction, so that the menu costs no other."""
    now = datetime.now(LONDON)
    if view is None:
        with reading(request.access, catalogue(), request.actor) as own:
            mine = work.counts(own, request.actor, now)
    else:
        mine = work.counts(view, request.actor, now)
    actor, path = request.actor, request.path
    many = f"{mine.mine}+" if mine.mine >= 100 else str(mine.mine)
    menu = [
        ("/staff/", f"My work ({many})", path == "/staff/"),
        ("/staff/team", "Team", path.startswith("/staff/team")),
        ("/staff/find", "Find a customer", path.startswith("/staff/find")),
        ("/staff/agree", "To agree", path.startswith("/staff/agree")),
        ("/staff/instructions", "Instructions", path.startswith("/staff/instructions")),
        ("/staff/performance", "How it goes", path.startswith("/staff/performance")),
    ]  # fmt: skip
    if actor.roles & set(DECIDES):
        menu.insert(4, ("/staff/organisations", "Organisations", path.startswith("/staff/organisations")))
    where = team_name(actor.teams[0]) if actor.teams else ""
    return render(
        request, f"colleague/{template}",
        {
            "navigation": [{"href": href, "text": text, "current": current} for href, text, current in menu],
            "home_at": "/staff/", "sign_out_at": "/sign-in/out", "signed_in_as": f"{request.signed_in.name}, {where}".rstrip(", "),
            "contact": contact_in_progress(request), "now": now,
            "done_words": request.session.pop("done", "") if "done" in request.session else "", **(context or {}),
        },
        status=status,
    )  # fmt: skip
