"""How the service does: the four measures every service publishes, for everybody to read."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.kernel import LONDON
from customerview.performance import measured

A_YEAR = timedelta(days=365)


@audience("public")
@require_safe
def proof_of_benefit(request: HttpRequest) -> HttpResponse:
    until = datetime.now(LONDON).date()
    since = until - A_YEAR
    return render(request, "public/performance.html", {"m": measured(since, until), "since": since, "until": until})
