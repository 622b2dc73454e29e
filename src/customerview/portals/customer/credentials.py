"""A proof as a digital credential: what that is, a file to download, and cancelling all of them."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from customerview.identity import audience
from customerview.instructions.proofs.credential_facts import CredentialIssued
from customerview.instructions.proofs.credentials import KINDS, NOT_CURRENT, CancelCredentials, IssueCredential
from customerview.perform import Invalid
from customerview.portals.layout import conflict
from customerview.proofs import MEDIA, Taken, credential, new_place

from .own import own_record, show
from .proofs import issued_here
from .share_codes import _do

TRIES = 20
"""A list that is half full takes two on average."""


@audience("customer", "representative")
@require_safe
def about(request: HttpRequest, number: int) -> HttpResponse:
    with own_record(request) as own:
        issued = issued_here(own, number)
        working = own.record.credentials.working(issued.reference, own.today)
        return show(request, "credential.html", own, {"number": number, "issued": issued, "kinds": KINDS, "working": working})


@audience("customer", "representative")
@never_cache
@require_POST
def make(request: HttpRequest, number: int) -> HttpResponse:
    """A new credential each time, in a place of the status list of its own: two of them cannot be told to be one person's."""
    kind = request.POST.get("kind", "")
    with own_record(request) as own:
        issued, stream, now = issued_here(own, number), own.stream, own.now
    try:
        done = _in_a_free_place(request, stream, issued.reference, kind, now)
    except Invalid:
        return conflict(request, NOT_CURRENT)
    ((made, at),) = [(f.fact, f.at) for f in done.facts if isinstance(f.fact, CredentialIssued)]
    media, ending = MEDIA[kind]
    return HttpResponse(
        credential(issued, made, at), content_type=media,
        headers={"Content-Disposition": f'attachment; filename="proof-{issued.reference}.{ending}"', "Cache-Control": "private, no-store"},
    )  # fmt: skip


def _in_a_free_place(request: HttpRequest, stream: Any, proof: str, kind: str, now: Any) -> Any:
    for _ in range(TRIES):
        place, index = new_place(now)
        try:
            return _do(request, stream, IssueCredential(proof=proof, kind_of=kind, place=place, index=index))
        except Taken:
            continue
    raise RuntimeError(f"The status list {place} is as good as full.")


@audience("customer", "representative")
@require_POST
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Every credential of this proof stops holding."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
    with suppress(Invalid):  # none works any more, which is what was asked for
        _do(request, stream, CancelCredentials(proof=issued.reference))
    return HttpResponseRedirect(reverse("customer:proof_credential", args=[number]))
