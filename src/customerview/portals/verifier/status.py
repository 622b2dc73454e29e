"""The status lists of digital credentials: which no longer hold, for whoever verifies one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.proofs import status_list


@audience("public")
@require_safe
def status(request: HttpRequest, place: str) -> HttpResponse:
    """Anybody may keep it for a minute; the token itself says for how long it may be relied on."""
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=60",
    }
    return HttpResponse(status_list(place), content_type="application/statuslist+jwt", headers=headers)
