"""Proofs of benefit: those had before, what happens next with a new one, and each on screen, the form the customer reads offered first."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.instructions import BENEFITS
from customerview.instructions.letters_and_notifications.sending_facts import MADE_BY_PEOPLE
from customerview.instructions.proofs.facts import PURPOSES, ProofChecked, ProofCheckedByVerified, ProofIssued
from customerview.instructions.proofs.issue_proof import safely
from customerview.portals.layout import current, t
from customerview.proofs import letter_of

from .first_form import first_form
from .own import Own, own_record, show
from .proof_journey import awards_of, posted
from .sent import sent_of

A_PAGE = 20


def issued_here(own: Own, number: int) -> ProofIssued:
    """The proof that fact is, when it is this person's and covered, as it may be shown now. Raises Http404."""
    found = own.view.fact(own.stream, number)
    if found is None or not isinstance(found.fact, ProofIssued):
        raise Http404
    if not _covered(own, found.fact):
        raise Http404
    return safely(found.fact, own.whole)


def _covered(own: Own, issued: ProofIssued) -> bool:
    return all(own.covers(own.record.awards.line_of(line.award)) for line in issued.lines)


@audience("customer", "representative")
@require_safe
def proofs(request: HttpRequest) -> HttpResponse:
    """Those they have had, the newest first, each to be had again as of today."""
    text = request.GET.get("before", "")
    with own_record(request) as own:
        found = own.view.timeline(
            own.stream, before=int(text) if text.isdecimal() and len(text) < 10 else None, kinds=[ProofIssued.kind.code], limit=A_PAGE + 1
        )
        had = [
            {
                "number": f.number, "issued": f.fact.issued, "reference": f.fact.reference, "purpose": t(PURPOSES[f.fact.purpose].words),
                "benefits": ", ".join(t(BENEFITS[line.benefit]) for line in f.fact.lines),
            }
            for f in found[:A_PAGE] if isinstance(f.fact, ProofIssued) and _covered(own, f.fact)
        ]  # fmt: skip
        can = awards_of(own.actor, own.record)
        return show(request, "proofs.html", own, {
            "before": had, "can": bool(can), "only_uc": not can and any(a.benefit == "UC" for a in own.awards),
            "more": found[A_PAGE - 1].number if len(found) > A_PAGE else None,
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def ready(request: HttpRequest, number: int) -> HttpResponse:
    """Done: the reference, and what happens next. It can be come back to."""
    with own_record(request) as own:
        issued, happened = issued_here(own, number), own.view.fact(own.stream, number)
        asked = happened.at if happened else None
        several = [
            _one_of_several(f.number, f.fact)
            for f in own.view.timeline(own.stream, kinds=[ProofIssued.kind.code], limit=A_PAGE)
            if isinstance(f.fact, ProofIssued) and issued.asked_together and f.fact.asked_together == issued.asked_together
        ]
        return show(request, "proof_ready.html", own, {
            "issued": issued, "number": number, "together": several or [_one_of_several(number, issued) | {"benefits": ""}],
            "making": _being_made(own, issued), "sent": sent_of(own, issued.reference)["sent"], "purpose": t(PURPOSES[issued.purpose].words), "thanks": "thanks" in request.GET, "when": posted(asked) if issued.way == "post" and asked else "",
        })  # fmt: skip


def _one_of_several(number: int, issued: ProofIssued) -> dict[str, Any]:
    return {
        "number": number, "reference": issued.reference, "benefits": ", ".join(t(BENEFITS[line.benefit]) for line in issued.lines),
        "files": first_form("proofs", number, letter_of(issued, settings.BRAND_NAME, signed=False), issued.format),
    }  # fmt: skip


def _being_made(own: Own, issued: ProofIssued) -> list[dict[str, Any]]:
    """What people make of this proof, and by which day."""
    asked = [one for one in own.record.sendings.being_made.values() if one.letter == issued.reference and one.form in MADE_BY_PEOPLE]
    return [{"what": t(MADE_BY_PEOPLE[one.form]), "due": one.due} for one in asked]


@audience("customer", "representative")
@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponse:
    with own_record(request) as own:
        issued = issued_here(own, number)
        checks = [
            {"at": f.at, "said": f.say("customer", current()), "reference": f.fact.reference}
            for f in own.view.timeline(own.stream, kinds=[ProofChecked.kind.code, ProofCheckedByVerified.kind.code], limit=100)
            if f.fact.proof == issued.reference
        ]
        letter = letter_of(issued, settings.BRAND_NAME, current())
        return show(request, "proof.html", own, sent_of(own, issued.reference) | {
            "letter": letter, "files": first_form("proofs", number, letter, issued.format), "making": _being_made(own, issued), "number": number, "checks": checks,
            "working": sorted(s.expires for s in own.record.proofs.working(issued.reference, own.today).values()),
            "recent": issued.reference in own.record.proofs.issued and own.record.person.born is not None,
        })  # fmt: skip
