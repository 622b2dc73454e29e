"""Sending a proof straight to an organisation: find it, check, send; and take it back."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from customerview.identity import audience
from customerview.instructions.organisations.facts import KINDS
from customerview.instructions.proofs.sending import SendProof, WithdrawSending
from customerview.kernel import Words
from customerview.organisations import MOST, Listed, find, find_one
from customerview.perform import Invalid
from customerview.portals.layout import current, t
from customerview.proofs import letter_of

from .own import Own, own_record, show
from .proof_journey import FIND, PROVE, shared_until
from .proofs import issued_here
from .share_codes import _do

SAY_SOMETHING = Words("Enter a name or a postcode, or select a kind", "Rhowch enw neu god post, neu dewiswch fath")
CHOOSE_ONE = Words("Select an organisation", "Dewiswch sefydliad")


def searched(request: HttpRequest, own: Own) -> dict[str, Any]:
    """What was asked for, and who was found; nothing is looked for before somebody asks. Sent in the body: a postcode is theirs."""
    sent = request.POST
    typed = {
        "name": sent.get("name", "").strip()[:100],
        "kind_of": sent.get("kind_of", ""),
        "postcode": sent.get("postcode", "").strip()[:10],
    }
    asked = sent.get("do") in ("find", "choose")
    told = {
        "typed": typed,
        "kinds": [(code, t(words)) for code, words in KINDS.items()],
        "asked": asked,
        "found": [],
        "many": False,
        "problem": "",
    }
    if not asked:
        return told
    if not any(typed.values()) or (typed["kind_of"] and typed["kind_of"] not in KINDS):
        return told | {"asked": False, "problem": t(SAY_SOMETHING)}
    found = find(own.view, status="verified", **typed)
    return told | {"many": len(found) > MOST, "found": [_shown(one) for one in found[:MOST]]}


def chosen(request: HttpRequest, own: Own) -> Listed | None:
    """The organisation that was chosen, if it can be sent proofs."""
    try:
        one = find_one(own.view, UUID(request.POST.get("organisation", "")))
    except ValueError:
        return None
    return one if one is not None and one.status == "verified" and "receive" in one.does else None


def _shown(one: Listed) -> dict[str, str]:
    return {
        "id": str(one.id),
        "name": one.name,
        "about": ", ".join(filter(None, (t(KINDS[one.kind_of]) if one.kind_of in KINDS else "", one.postcode))),
    }


@audience("customer", "representative")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, number: int) -> HttpResponse:
    """A proof they have: find the organisation, check, send."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
        told, one = searched(request, own), chosen(request, own)
        step = request.POST.get("do", "")
        problem = t(CHOOSE_ONE) if step in ("choose", "send") and one is None else told["problem"]
        if one is None or problem or step not in ("choose", "send"):
            return show(request, "find_organisation.html", own, told | {
                "problem": problem, "number": number, "back": reverse("customer:proof", args=[number]), "instead": reverse("customer:proof", args=[number]),
            }, status=422 if problem else 200)  # fmt: skip
        if step == "choose":
            return show(request, "send_proof.html", own, {
                "organisation": _shown(one), "number": number, "letter": letter_of(issued, settings.BRAND_NAME, current(), signed=False), "problem": "",
                "until": shared_until(own.today), "back": reverse("customer:send_proof", args=[number]),
            })  # fmt: skip
    try:
        _do(request, stream, SendProof(proof=issued.reference, organisation=str(one.id), name=one.name))
    except Invalid as wrong:
        with own_record(request) as own:
            return show(request, "find_organisation.html", own, told | {
                "problem": t(wrong.problems[0].words), "asked": False, "found": [], "number": number, "back": reverse("customer:proof", args=[number]),
                "instead": reverse("customer:proof", args=[number]),
            }, status=422)  # fmt: skip
    return HttpResponseRedirect(reverse("customer:proof", args=[number]) + "#sent")


@audience("customer", "representative")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find_for_proof(request: HttpRequest) -> HttpResponse:
    """A step of asking for a proof: the organisation it goes to. On to the next question, or to check answers."""
    held = PROVE.answers(request)
    if held is None:
        return HttpResponseRedirect(reverse("customer:change", args=[PROVE.name]))
    with own_record(request) as own:
        told, one = searched(request, own), chosen(request, own)
        choosing = request.POST.get("do") == "choose"
        problem = t(CHOOSE_ONE) if choosing and one is None else told["problem"]
        if one is None or problem or not choosing:
            number = next(n for n, page in enumerate(PROVE.pages, 1) if page.at == FIND)
            before = reverse("customer:change_page", args=[PROVE.name, PROVE.page_before(held, number)])
            return show(
                request,
                "find_organisation.html",
                own,
                told | {"problem": problem, "back": before, "instead": before},
                status=422 if problem else 200,
            )
    PROVE.give(request, FIND, {"send_to": str(one.id), "send_to_name": one.name})
    unasked = PROVE.first_unasked(request)
    return HttpResponseRedirect(
        reverse("customer:change_page", args=[PROVE.name, unasked]) if unasked else reverse("customer:change_check", args=[PROVE.name])
    )


@audience("customer", "representative")
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """It is taken back at once."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
        working = own.record.proofs.sent_of(issued.reference, own.today)
    sending = request.POST.get("sending", "")
    if sending in working:
        with suppress(Invalid):  # taken back meanwhile
            _do(request, stream, WithdrawSending(sending=sending))
    return HttpResponseRedirect(reverse("customer:proof", args=[number]) + "#sent")
