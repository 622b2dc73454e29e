"""Where a request comes from: for limits on tries, kept by its digest only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def place_of(request: HttpRequest) -> str:
    """The address our own proxy saw, when there is one, else the one that called."""
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() if settings.OVER_TLS else ""
    return seen or request.META.get("REMOTE_ADDR", "")
