"""An organisation that signed up: known by a code it was shown once, which names its stream and reaches nothing else.

The stream's id is a digest of the code: the code is kept nowhere, and cannot be worked out from the id.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from customerview.kernel import Actor
from customerview.ledger import close_access, open_access

from .hashing import hasher

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 28
"""140 bits: as hard to guess as any key."""


def new_sign_up_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def organisation(code: str) -> Actor | None:
    """Who is known by this code, however it was written; None when it can be none."""
    bare = "".join(code.split()).replace("-", "").upper()
    if len(bare) != LENGTH or set(bare) - set(ALPHABET):
        return None
    stream = UUID(bytes=sha256(f"organisation:{bare}".encode()).digest()[:16])
    return Actor(kind="organisation", id=str(stream), roles=frozenset({"organisation"}), acting_for=stream)


def new_key() -> tuple[str, str, str]:
    """A key for an organisation's own system: its name, its secret, which is shown once, and the hash that is kept."""
    secret = secrets.token_urlsafe(32)
    return f"org-{secrets.token_hex(6)}", secret, hasher.hash(secret)


@contextmanager
def for_a_moment(by: Actor) -> Iterator[str]:
    """The secret that reaches its stream, for one request."""
    secret = open_access(by, lasts=timedelta(minutes=2))
    try:
        yield secret
    finally:
        close_access(secret)
