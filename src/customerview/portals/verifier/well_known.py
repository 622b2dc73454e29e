"""What verifiers fetch, under /.well-known/: the public keys that proofs are signed with."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.proofs import published

FOR_ANYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, max-age=3600",
}
"""Any page of any organisation may read what is public anyway."""


@audience("public")
@require_safe
def jwks(request: HttpRequest) -> JsonResponse:
    return JsonResponse(published(), headers=FOR_ANYBODY)


app_name = "well_known"
urlpatterns = [path("jwks.json", jwks, name="jwks")]
