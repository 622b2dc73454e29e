"""Organisations that signed up: one as a page of its own, and those that hold a key, so that it can be ended at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.organisations.verify_organisation import RefuseOrganisation, StopOrganisation, VerifyOrganisation
from customerview.kernel import action_name
from customerview.ledger import reading
from customerview.perform import may_do

from .concerning import organisation
from .opening import Opened
from .pages import show
from .timeline import timeline
from .what_you_can_do import address

WAYS = {VerifyOrganisation: ("waiting",), RefuseOrganisation: ("waiting",), StopOrganisation: ("waiting", "verified")}
"""What can be done about an organisation, and while it stands how."""


def of(request: HttpRequest, here: Opened) -> dict[str, Any]:
    """What the page of one organisation shows."""
    one, known = here.record.organisation, catalogue()
    return {
        "about": organisation(here.record), "keys": len(one.keys),
        "can_do": [
            (action.about.title.en, address(here.record.stream, action_name(action), {})) for action, while_it_is in WAYS.items()
            if one.status in while_it_is and not here.as_at and may_do(action, request.actor, here.whole, known) is None
        ],
        "happened": timeline(here.view, here.record.stream, known, request.actor, show="all", known=here.known),
    }  # fmt: skip


@audience("colleague")
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    with reading(request.access, catalogue(), request.actor) as view:
        found = view.execute(
            "SELECT DISTINCT organisation, name FROM api_client WHERE organisation IS NOT NULL AND revoked IS NULL ORDER BY name LIMIT 500"
        ).fetchall()
        return show(request, "organisations.html", {"found": found}, view=view)
