"""Organisations that signed up: every one found by name, kind or state; one as a page of its own, and what can be ended at once."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.organisations.facts import DOES, KINDS, MAY
from customerview.instructions.organisations.staff import InviteStaff, RemoveStaff
from customerview.instructions.organisations.verify_organisation import (
    ChangeWhatOrganisationMayDo,
    RefuseOrganisation,
    StopOrganisation,
    VerifyOrganisation,
)
from customerview.kernel import LONDON, action_name, in_words
from customerview.ledger import reading
from customerview.organisations import find, page_ends
from customerview.perform import may_do

from .concerning import organisation
from .doable import address
from .opening import Opened
from .pages import show
from .timeline import timeline

WAYS = {
    VerifyOrganisation: ("waiting",), RefuseOrganisation: ("waiting",), ChangeWhatOrganisationMayDo: ("verified",), InviteStaff: ("verified",),
    StopOrganisation: ("waiting", "verified"),
}  # fmt: skip
"""What can be done about an organisation, and while it stands how."""
STATES = {"waiting": "Waiting", "verified": "Verified", "refused": "Not verified", "stopped": "Stopped"}
LIMITS = {
    "organisation_keys_at_once": "keys at once", "share_code_tries_by_client": "checks by each key in an hour", "inbox_openings_by_key": "proofs of its inbox opened by each key in an hour", "inbox_openings_by_person": "by each person",
    "organisation_staff_most": "staff at most",
}  # fmt: skip
A_PAGE = 50


def of(request: HttpRequest, here: Opened) -> dict[str, Any]:
    """What the page of one organisation shows."""
    one, known, today = here.record.organisation, catalogue(), here.asked.today
    may_remove = not here.as_at and may_do(RemoveStaff, request.actor, here.whole, known) is None
    return {
        "about": organisation(here.record), "keys": list(one.keys), "does": [DOES[code].en for code in one.does],
        "limits": [f"{known.figures.get('common', figure, today)} {words}" for figure, words in LIMITS.items()] if one.status == "verified" else [],
        "staff": [
            {
                "name": s.name or s.staff, "email": s.email, "may": ", ".join(MAY[code].en for code in s.may),
                "state": "Has joined" if s.subject else f"Invited until {in_words(s.expires)}" if s.invited(today) else "The invitation has ended",
                "remove": address(here.record.stream, action_name(RemoveStaff), {"staff": s.staff}) if may_remove else "",
            }
            for s in one.staff.values()
        ],
        "can_do": [
            (action.about.title.en, address(here.record.stream, action_name(action), {})) for action, while_it_is in WAYS.items()
            if one.status in while_it_is and not here.as_at and may_do(action, request.actor, here.whole, known) is None
        ],
        "happened": timeline(here.view, here.record.stream, known, request.actor, show="all", known=here.known),
    }  # fmt: skip


@audience("colleague")
@require_http_methods(["GET", "HEAD", "POST"])
def every(request: HttpRequest) -> HttpResponse:
    """All of them by name, or those that were asked for: waiting or not, with a key or without."""
    asked = request.POST if request.method == "POST" else request.GET
    typed = {"name": request.POST.get("name", "").strip()[:100], "kind_of": asked.get("kind_of", ""), "status": asked.get("status", "")}
    if (typed["kind_of"] and typed["kind_of"] not in KINDS) or (typed["status"] and typed["status"] not in STATES):
        raise Http404
    with reading(request.access, catalogue(), request.actor) as view:
        found = find(view, **typed, after=_place(request.GET.get("after", "")), most=A_PAGE)
        listed = [
            {"id": one.id, "name": one.name, "kind": KINDS[one.kind_of].en, "state": STATES[one.status], "status": one.status, "asked": one.asked.astimezone(LONDON).date()}
            for one in found[:A_PAGE]
        ]  # fmt: skip
        return show(request, "organisations.html", {
            "listed": listed, "typed": typed, "kinds": [(code, words.en) for code, words in KINDS.items()], "states": list(STATES.items()),
            "more": urlsafe_b64encode(page_ends(found[A_PAGE - 1]).encode()).decode().rstrip("=") if len(found) > A_PAGE and request.method != "POST" else "",
        }, view=view)  # fmt: skip


def _place(text: str) -> str:
    """Where the last page ended, from the address. What is none begins at the beginning."""
    try:
        place = urlsafe_b64decode(text[:400] + "=" * (-len(text[:400]) % 4)).decode()
        UUID(place.rpartition(":")[2])
    except ValueError:
        return ""
    return place
