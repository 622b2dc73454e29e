"""A proof's share codes: make one, cancel them; and the same proof again, as of today."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import ShareCodeMade
from customerview.instructions.proofs.issue_proof import again_of
from customerview.instructions.proofs.share_codes import CancelShareCode, MakeShareCode
from customerview.kernel import Action, Words
from customerview.ledger import writing
from customerview.perform import Invalid, NotAllowed, NotThere, Performed, perform
from customerview.portals.layout import conflict
from customerview.proofs import digest_of, in_groups, new_code

from .counting import counted, note
from .own import own_record, show
from .proofs import issued_here

NO_BIRTHDAY = Words(
    "We do not know your date of birth. Ask for a letter instead.",
    "Nid ydym yn gwybod eich dyddiad geni. Gofynnwch am lythyr yn lle hynny.",
)
TOO_OLD = Words("This proof is an old one. Get it again first.", "Mae’r prawf hwn yn hen. Ceisiwch ei gael eto yn gyntaf.")


def _do(request: HttpRequest, stream: UUID, action: Action) -> Performed:
    who: Any = request
    try:
        return perform(action, on=stream, by=who.actor, ledger=writing(who.access, catalogue()), catalogue=catalogue())
    except (NotAllowed, NotThere) as error:
        raise PermissionDenied from error


@audience("customer", "representative")
@never_cache
@require_POST
def make(request: HttpRequest, number: int) -> HttpResponse:
    """The code is on this page and nowhere else: to read it again, one makes another."""
    with own_record(request) as own:
        issued, stream, born = issued_here(own, number), own.stream, own.record.person.born
    if born is None:
        return conflict(request, NO_BIRTHDAY)
    code = new_code()
    try:
        done = _do(request, stream, MakeShareCode(proof=issued.reference, digest=digest_of(code, born)))
    except Invalid:
        return conflict(request, TOO_OLD)
    (made,) = [f.fact for f in done.facts if isinstance(f.fact, ShareCodeMade)]
    with own_record(request) as own:
        return show(request, "share_code.html", own, {
            "code": in_groups(code), "expires": made.expires, "number": number, "check_at": request.build_absolute_uri(reverse("verifier:check")),
        })  # fmt: skip


@audience("customer", "representative")
@require_POST
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Every code of this proof stops at once."""
    with own_record(request) as own:
        working, stream = own.record.proofs.working(issued_here(own, number).reference, own.today), own.stream
    for digest in working:
        try:
            _do(request, stream, CancelShareCode(digest=digest))
        except Invalid:
            continue  # cancelled meanwhile
    return HttpResponseRedirect(reverse("customer:proof", args=[number]))


@audience("customer", "representative")
@counted
@require_POST
def again(request: HttpRequest, number: int) -> HttpResponse:
    """The same benefits for the same purpose, as of today. One that is paid no longer has to be chosen anew."""
    with own_record(request) as own:
        issued, stream = issued_here(own, number), own.stream
    try:
        note(request, "eligible")
        done = _do(request, stream, again_of(issued))
    except Invalid:
        return HttpResponseRedirect(reverse("customer:change", args=["issue_proof"]))
    return HttpResponseRedirect(reverse("customer:proof_ready", args=[done.facts[0].number]))
