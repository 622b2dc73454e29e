"""Keys this installation signs with, and what the local OpenID provider is told. Made on first use, in the private folder."""

from __future__ import annotations

import json
import os
from pathlib import Path
from uuid import uuid4

from joserfc.jwk import ECKey

from customerview.config.home import home, kept, secret

CUSTOMERS = "customerview-customers"
"""The client by which customers and those who act for them sign in."""
COLLEAGUES = "customerview-colleagues"
"""The client by which colleagues sign in: a real installation has another provider for them."""

ORGANISATIONS = "customerview-organisations"
"""The client by which the staff of organisations sign in: their email address is asked for, and a second proof."""


def signing_key(name: str) -> ECKey:
    """The P-256 private key of this name. Its `kid` is its thumbprint."""

    def make() -> str:
        key = ECKey.generate_key("P-256", private=True)
        return json.dumps(key.as_dict(private=True) | {"kid": key.thumbprint(), "alg": "ES256", "use": "sig"})

    return ECKey.import_key(json.loads(kept(f"{name}.jwk", make)))


def sign_in_key() -> ECKey:
    """What we prove with, at the OpenID provider, that it is us who ask (private_key_jwt)."""
    return signing_key("sign_in")


def public_keys(*keys: ECKey) -> dict[str, list[dict[str, str]]]:
    """The public half, to publish."""
    return {"keys": [key.as_dict(private=False) for key in keys]}


def personas_file() -> Path:
    return Path(os.environ.get("CUSTOMERVIEW_PERSONAS") or home() / "personas.json")


def identity_provider_settings(port: int) -> Path:
    """Write what identity_provider/server.js reads: its address, its key, its clients, and where its people are."""
    base = os.environ.get("CUSTOMERVIEW_BASE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
    common = {
        "jwks": public_keys(sign_in_key()),
        "redirect_uris": [f"{base}/sign-in/back"],
        "post_logout_redirect_uris": [f"{base}/"],
        "backchannel_logout_uri": f"{base}/sign-in/ended",
        "backchannel_logout_session_required": True,
    }
    settings = {
        "port": port,
        "issuer": os.environ.get("CUSTOMERVIEW_ISSUER") or f"http://localhost:{port}",
        "jwks": {"keys": [signing_key("identity_provider").as_dict(private=True)]},
        "cookie_key": secret("identity_provider_cookies"),
        "personas": str(personas_file()),
        "clients": [
            common | {"client_id": CUSTOMERS, "kinds": ["customer", "representative"]},
            common | {"client_id": COLLEAGUES, "kinds": ["colleague"]},
            common | {"client_id": ORGANISATIONS, "kinds": ["organisation"]},
        ],
    }
    path = home() / "secrets" / f"identity_provider_{port}.json"
    path.touch(mode=0o600)
    path.write_text(json.dumps(settings))
    return path


def notify_stand_in_key() -> str:
    """An API key of the stand-in for GOV.UK Notify, in the form of a real one: name, service, secret."""
    return kept("notify_stand_in.key", lambda: f"stand_in-{uuid4()}-{uuid4()}")


def notify_stand_in_settings(port: int) -> Path:
    """Write what notify_stand_in reads: its address, its key, and where it calls back."""
    base = os.environ.get("CUSTOMERVIEW_BASE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}")
    state = home() / "notify_stand_in"
    state.mkdir(mode=0o700, exist_ok=True)
    settings = {
        "port": port, "key": notify_stand_in_key(), "platform": base, "bearer": secret("notify_callbacks"),
        "state": str(state / f"{port}.sqlite"), "seconds_a_step": float(os.environ.get("CUSTOMERVIEW_NOTIFY_STEP_SECONDS", "2")),
    }  # fmt: skip
    path = home() / "secrets" / f"notify_stand_in_{port}.json"
    path.touch(mode=0o600)
    path.write_text(json.dumps(settings))
    return path
