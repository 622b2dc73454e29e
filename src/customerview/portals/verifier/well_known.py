"""What verifiers fetch, under /.well-known/: the public keys that proofs are signed with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.proofs import authority, published

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


@audience("public")
@require_safe
def seal_authority(request: HttpRequest) -> HttpResponse:
    """For whoever wants their reader to show our seals as trusted."""
    return HttpResponse(authority(), content_type="application/pem-certificate-chain", headers=FOR_ANYBODY)


app_name = "well_known"
urlpatterns = [path("jwks.json", jwks, name="jwks"), path("seal-authority.pem", seal_authority, name="seal_authority")]
