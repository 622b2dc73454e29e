"""Check a proof: a share code, a date of birth, and who asks and why; then one answer."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from customerview.identity import audience, place_of
from customerview.kernel import LONDON, Record
from customerview.organisations import at_work
from customerview.portals.layout import current, t
from customerview.proofs import Checked, as_typed, check, letter_of

BOXES = ("code", "day", "month", "year", "organisation", "purpose")
STATUS = {"locked": 429, "cannot_check_now": 503}


@audience("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_a_proof(request: HttpRequest) -> HttpResponse:
    typed, verified = {box: request.POST.get(box, "").strip()[:200] for box in BOXES}, _verified(request)
    if verified is not None:
        typed["organisation"] = verified.organisation.name
    around = {"typed": typed, "verified": verified.organisation.name if verified else ""}
    if request.method != "POST":
        return render(request, "verifier/check.html", around | {"problems": {}})
    code, born = as_typed(typed["code"]), _day(typed)
    problems = _problems(typed, code, born)
    if problems or born is None:
        return render(request, "verifier/check.html", around | {"problems": problems}, status=422)
    try:
        checked = check(
            code, born, place=place_of(request), organisation=typed["organisation"], purpose=typed["purpose"],
            verified=str(verified.stream) if verified else "",
        )  # fmt: skip
    except DatabaseError:
        checked = Checked(answer="cannot_check_now")
    return render(request, "verifier/answer.html", _said(checked, typed) | around, status=STATUS.get(checked.answer, 200))


def _verified(request: HttpRequest) -> Record | None:
    """The organisation of whoever is signed in and may check proofs for it. Anybody else is nobody we verified."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor is None or "organisation_checker" not in actor.roles:
        return None
    record = at_work(request.access, actor)  # type: ignore[attr-defined]
    return record if record is not None and "check" in record.organisation.may(actor.id) else None


def _said(checked: Checked, typed: dict[str, str]) -> dict[str, object]:
    proof = checked.proof
    return {
        "checked": checked, "typed": typed, "letter": letter_of(proof, settings.BRAND_NAME, current()) if proof else None,
        "days": (checked.at.astimezone(LONDON).date() - proof.issued).days if proof and checked.at else 0,
    }  # fmt: skip


def _day(typed: dict[str, str]) -> date | None:
    try:
        return date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except ValueError:
        return None


def _problems(typed: dict[str, str], code: str, born: date | None) -> dict[str, str]:
    """What is wrong with what was typed, by the box it is mended in."""
    found = {}
    if not code:
        found["code"] = t(
            "Enter the share code: 9 letters and numbers, like 7KM 2QX 9TB",
            "Rhowch y cod rhannu: 9 llythyren a rhif, fel 7KM 2QX 9TB",
        )
    if born is None or born > datetime.now(LONDON).date():
        found["day"] = t("Enter the person’s date of birth, like 27 3 1961", "Rhowch ddyddiad geni’r person, fel 27 3 1961")
    if not 0 < len(typed["organisation"]) <= 100:
        found["organisation"] = t(
            "Enter the name of your organisation, in 100 letters or fewer",
            "Rhowch enw eich sefydliad, mewn 100 llythyren neu lai",
        )
    if not 0 < len(typed["purpose"]) <= 100:
        found["purpose"] = t(
            "Enter why you need to check, in 100 letters or fewer", "Rhowch pam mae angen i chi wirio, mewn 100 llythyren neu lai"
        )
    return found
