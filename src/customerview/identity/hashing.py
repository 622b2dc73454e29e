"""How secrets of other systems are kept: by an Argon2id hash, never themselves. And how a person at a provider is known again."""

from __future__ import annotations

import hashlib
import hmac

from argon2 import PasswordHasher

from customerview.config.home import secret

hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def digest_of(issuer: str, subject: str) -> str:
    """What we know a sign-in by: no subject of a provider is kept, only this."""
    return hmac.new(secret("subject_digest").encode(), f"{issuer} {subject}".encode(), hashlib.sha256).hexdigest()
