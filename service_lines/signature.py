"""Who sent this, and is it unchanged and fresh? Signatures as in the Standard Webhooks specification: HMAC-SHA256 over
id, time and body, several signatures while a secret is being changed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Iterable, Mapping

TOLERANCE_SECONDS = 300


def holds(headers: Mapping[str, str], body: bytes, secrets: Iterable[str], *, now: float | None = None) -> bool:
    """Whether one of the signatures was made with one of our secrets, lately. The comparison takes the same time for any of them."""
    told, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not told or not at.isascii() or not at.isdigit() or abs((now or time.time()) - int(at[:15])) > TOLERANCE_SECONDS:
        return False
    given = [s[3:] for s in headers.get("webhook-signature", "").split() if s.startswith("v1,")][:10]
    good = False
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        made = base64.b64encode(hmac.new(key, f"{told}.{at}.".encode() + body, hashlib.sha256).digest())
        for one in given:
            good |= hmac.compare_digest(made, one.encode())
    return good
