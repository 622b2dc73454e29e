"""What verifiers and wallets fetch, under /.well-known/: the public keys that proofs are signed with, and how a wallet gets one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.proofs import TITLE, authority, base_url, did, issuer_metadata, published, server_metadata, type_of

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


@audience("public")
@require_safe
def vc_issuer(request: HttpRequest) -> JsonResponse:
    """Who issues our SD-JWT credentials, and by which keys those and their status lists are verified."""
    return JsonResponse({"issuer": base_url(), "jwks": published("credential", "status_list")}, headers=FOR_ANYBODY)


@audience("public")
@require_safe
def did_document(request: HttpRequest) -> JsonResponse:
    """Who issues our W3C credentials."""
    methods = [
        {"id": f"{did()}#{key['kid']}", "type": "JsonWebKey", "controller": did(), "publicKeyJwk": key}
        for key in published("credential", "status_list")["keys"]
    ]
    return JsonResponse(
        {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"], "id": did(), "verificationMethod": methods,
            "assertionMethod": [method["id"] for method in methods],
        },
        headers=FOR_ANYBODY,
    )  # fmt: skip


@audience("public")
@require_safe
def credential_type(request: HttpRequest) -> JsonResponse:
    """What our kind of credential is, for wallets to show."""
    named = {"en": TITLE.en, "cy": TITLE.cy}
    return JsonResponse(
        {"vct": type_of(), "name": TITLE.en, "display": [{"locale": lang, "name": name} for lang, name in named.items()]},
        headers=FOR_ANYBODY,
    )


@audience("public")
@require_safe
def credential_issuer(request: HttpRequest) -> JsonResponse:
    """What a wallet can get from us, and where."""
    return JsonResponse(issuer_metadata(), headers=FOR_ANYBODY)


@audience("public")
@require_safe
def authorization_server(request: HttpRequest) -> JsonResponse:
    """How a wallet, or another system, gets a token."""
    return JsonResponse(server_metadata(), headers=FOR_ANYBODY)


app_name = "well_known"
urlpatterns = [
    path("jwks.json", jwks, name="jwks"),
    path("seal-authority.pem", seal_authority, name="seal_authority"),
    path("jwt-vc-issuer", vc_issuer, name="vc_issuer"),
    path("did.json", did_document, name="did"),
    path("openid-credential-issuer", credential_issuer, name="credential_issuer"),
    path("oauth-authorization-server", authorization_server, name="authorization_server"),
    path("vct/proof-of-benefit", credential_type, name="credential_type"),
]
