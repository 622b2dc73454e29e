"""Signing what is sent, as the Standard Webhooks specification says: HMAC-SHA256 over id, time and body, by each secret in use.

While a secret is changed both sign, so that a recipient can change over when it suits it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable

from customerview.config.home import secret


def secret_of(recipient: str, key: int) -> str:
    """The secret with this number, as the recipient is given it. Kept in the home folder or the environment, not in the database."""
    return "whsec_" + base64.b64encode(secret(f"webhook_{recipient.lower()}_{key}").encode()).decode()


def signed(id: str, at: int, body: bytes, secrets: Iterable[str]) -> dict[str, str]:
    """The headers that prove who sent this body, when, and under which id."""
    made = []
    for one in secrets:
        key = base64.b64decode(one.removeprefix("whsec_"))
        digest = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
        made.append(f"v1,{base64.b64encode(digest).decode()}")
    return {"webhook-id": id, "webhook-timestamp": str(at), "webhook-signature": " ".join(made)}
