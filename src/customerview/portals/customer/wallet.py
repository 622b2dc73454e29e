"""A proof offered to a wallet app: the square code, a link for this device, and the number that only whoever is signed in sees."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from customerview.correspondence import Code
from customerview.identity import audience
from customerview.instructions.proofs.credentials import NOT_CURRENT
from customerview.instructions.proofs.wallet_facts import WalletOffered
from customerview.instructions.proofs.wallet_offers import OfferToWallet
from customerview.perform import Invalid
from customerview.portals.layout import conflict, current
from customerview.proofs import in_groups, link, new_offer

from .own import own_record, show
from .proofs import issued_here
from .share_codes import _do


@audience("customer", "representative")
@never_cache
@require_POST
def make(request: HttpRequest, number: int) -> HttpResponse:
    """The offer is on this page and nowhere else: to see one again, one makes another, and this one ends."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
    made = new_offer()
    try:
        done = _do(request, stream, OfferToWallet(proof=issued.reference, offer=made.offer, opens=made.opens))
    except Invalid:
        return conflict(request, NOT_CURRENT)
    (expires,) = [f.fact.expires for f in done.facts if isinstance(f.fact, WalletOffered)]
    with own_record(request) as own:
        return show(request, "wallet.html", own, {
            "number": number, "code": in_groups(made.number), "picture": Code(link(made.handle), "", "").picture,
            "link": link(made.handle, current(), by_value=True), "expires": expires,
        })  # fmt: skip
