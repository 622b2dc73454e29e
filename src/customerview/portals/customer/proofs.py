"""Proofs of benefit: those issued before, each on screen and as a PDF in the print the customer reads, and the way to a new one."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.correspondence import as_pdf
from customerview.identity import audience
from customerview.instructions.proofs.facts import PURPOSES, ProofChecked, ProofIssued
from customerview.portals.layout import current, t
from customerview.proofs import letter_of

from .own import Own, own_record, show


def issued_here(own: Own, number: int) -> ProofIssued:
    """The proof that fact is, when it is this person's and covered. Raises Http404."""
    found = own.view.fact(own.stream, number)
    if found is None or not isinstance(found.fact, ProofIssued):
        raise Http404
    if not all(own.covers(own.record.awards.line_of(line.award)) for line in found.fact.lines):
        raise Http404
    return found.fact


@audience("customer", "representative")
@require_safe
def proofs(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        before = [
            {"number": f.number, "issued": f.fact.issued, "reference": f.fact.reference, "purpose": t(PURPOSES[f.fact.purpose].words)}
            for f in own.view.timeline(own.stream, kinds=[ProofIssued.kind.code], limit=20)
            if all(own.covers(own.record.awards.line_of(line.award)) for line in f.fact.lines)
        ]
        return show(request, "proofs.html", own, {"before": before, "can": bool(own.awards)})


@audience("customer", "representative")
@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponse:
    with own_record(request) as own:
        issued = issued_here(own, number)
        checks = [
            {"at": f.at, "said": f.say("customer", current()), "reference": f.fact.reference}
            for f in own.view.timeline(own.stream, kinds=[ProofChecked.kind.code], limit=100)
            if f.fact.proof == issued.reference
        ]
        return show(request, "proof.html", own, {
            "letter": letter_of(issued, settings.BRAND_NAME, current()), "number": number, "checks": checks,
            "working": sorted(s.expires for s in own.record.proofs.working(issued.reference, own.today).values()),
            "recent": issued.reference in own.record.proofs.issued and own.record.person.born is not None,
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The letter as it was issued: its language and print size are those the customer reads."""
    with own_record(request) as own:
        issued = issued_here(own, number)
    made = as_pdf(letter_of(issued, settings.BRAND_NAME), issued.format)
    return HttpResponse(
        made, content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="proof-{issued.reference}.pdf"', "Cache-Control": "private, no-store"},
    )  # fmt: skip
