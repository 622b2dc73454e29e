"""What wallets read before they ask: who issues what, and how to get it (OpenID4VCI 1.0, section 12; RFC 8414)."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from customerview.kernel import Words

from .credentials import SAID, type_of
from .issuer import base_url
from .letter import TITLE
from .wallet_offers import CONFIGURATION, PRE_AUTHORISED


def issuer_metadata() -> dict[str, Any]:
    """For /.well-known/openid-credential-issuer."""
    return {
        "credential_issuer": base_url(), "credential_endpoint": f"{base_url()}/wallet/credential", "nonce_endpoint": f"{base_url()}/wallet/nonce",
        "display": _named(Words(settings.BRAND_NAME, settings.BRAND_NAME)),
        "credential_configurations_supported": {
            CONFIGURATION: {
                "format": "dc+sd-jwt", "vct": type_of(), "scope": CONFIGURATION, "credential_signing_alg_values_supported": ["ES256"],
                "cryptographic_binding_methods_supported": ["jwk"],
                "proof_types_supported": {"jwt": {"proof_signing_alg_values_supported": ["ES256"]}},
                "credential_metadata": {
                    "display": _named(TITLE),
                    "claims": [{"path": [name], "display": _named(words)} for name, words in SAID.items()],
                },
            }
        },
    }  # fmt: skip


def server_metadata() -> dict[str, Any]:
    """For /.well-known/oauth-authorization-server: one address gives tokens to wallets and to other systems."""
    return {
        "issuer": base_url(), "token_endpoint": f"{base_url()}/oauth/token", "grant_types_supported": [PRE_AUTHORISED, "client_credentials"],
        "token_endpoint_auth_methods_supported": ["none", "client_secret_basic", "client_secret_post"],
        "pre-authorized_grant_anonymous_access_supported": True, "response_types_supported": [],
    }  # fmt: skip


def _named(words: Words) -> list[dict[str, str]]:
    return [{"name": words.en, "locale": "en"}, {"name": words.cy, "locale": "cy"}]
