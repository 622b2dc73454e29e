"""Where proving a benefit begins: whom it is for, what one needs, the other ways, and where others go."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.instructions import BENEFITS, catalogue
from customerview.kernel import LONDON
from customerview.portals.layout import t


@audience("public")
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The start page. The older form is named with the day it closes, and no longer once it has."""
    today = datetime.now(LONDON).date()
    until = catalogue().figures.get("common", "older_proof_form_until", today)
    return render(request, "public/prove.html", {
        "benefits": sorted(t(words) for code, words in BENEFITS.items() if code != "UC"), "older_until": until if today <= until else None,
    })  # fmt: skip
