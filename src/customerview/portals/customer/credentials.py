"""A proof as a digital credential: what that is, a file to download, and cancelling all of them."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from customerview.identity import audience
from customerview.instructions.proofs.credential_facts import CredentialIssued, CredentialWithdrawn
from customerview.instructions.proofs.credentials import KINDS, NOT_CURRENT, CancelCredentials, IssueCredential
from customerview.instructions.proofs.wallet_facts import WalletOfferEnded, WalletTookProof
from customerview.perform import Invalid
from customerview.portals.layout import conflict, current
from customerview.proofs import MEDIA, credential, in_a_free_place

from .own import own_record, show
from .proofs import issued_here
from .share_codes import _do

TOLD = (CredentialIssued, CredentialWithdrawn, WalletTookProof, WalletOfferEnded)
"""What the page tells of a proof's credentials: each that was given or taken, and how each ended."""


@audience("customer", "representative")
@require_safe
def about(request: HttpRequest, number: int) -> HttpResponse:
    with own_record(request) as own:
        issued = issued_here(own, number)
        working = own.record.credentials.working(issued.reference, own.today)
        offered = own.record.credentials.offered(issued.reference, own.now)
        happened = [
            {"at": f.at, "said": f.say("customer", current())}
            for f in own.view.timeline(own.stream, kinds=[kind.kind.code for kind in TOLD], limit=100)
            if f.fact.proof == issued.reference
        ]
        return show(request, "credential.html", own, {
            "number": number, "issued": issued, "kinds": KINDS, "working": working, "offered": offered, "happened": happened,
        })  # fmt: skip


@audience("customer", "representative")
@never_cache
@require_POST
def make(request: HttpRequest, number: int) -> HttpResponse:
    """A new credential each time, in a place of the status list of its own: two of them cannot be told to be one person's."""
    kind = request.POST.get("kind", "")
    with own_record(request) as own:
        issued, stream, now = issued_here(own, number), own.stream, own.now
    try:
        done = in_a_free_place(
            now,
            lambda place, index: _do(request, stream, IssueCredential(proof=issued.reference, kind_of=kind, place=place, index=index)),
        )
    except Invalid:
        return conflict(request, NOT_CURRENT)
    ((made, at),) = [(f.fact, f.at) for f in done.facts if isinstance(f.fact, CredentialIssued)]
    media, ending = MEDIA[kind]
    return HttpResponse(
        credential(issued, made, at), content_type=media,
        headers={"Content-Disposition": f'attachment; filename="proof-{issued.reference}.{ending}"', "Cache-Control": "private, no-store"},
    )  # fmt: skip


@audience("customer", "representative")
@require_POST
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Every credential of this proof stops holding."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
    with suppress(Invalid):  # none works any more, which is what was asked for
        _do(request, stream, CancelCredentials(proof=issued.reference))
    return HttpResponseRedirect(reverse("customer:proof_credential", args=[number]))
