"""The chain: one hash function for `perform` and for bulk loads, over the stored bytes and never over a re-spelling of them."""

from __future__ import annotations

import hashlib
import os
import struct
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

BEGINNING = bytes(32)
"""What stands before the first fact of a stream."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def link(
    previous: bytes, stream: UUID, number: int, kind: int, at: datetime, effective: date, actor: str, cause: str, data: bytes,
    remembers: bytes | None,
) -> bytes:  # fmt: skip
    """The hash of a fact: over the one before it, its place and all that is stored of it. 32 bytes."""
    parts = (actor.encode(), cause.encode(), data, remembers or b"")
    fixed = struct.pack(">iHqi4I", number, kind, (at - _EPOCH) // _MICROSECOND, effective.toordinal(), *(len(part) for part in parts))
    return hashlib.sha256(b"".join((previous, stream.bytes, fixed, *parts))).digest()


def look_link(previous: bytes, stream: UUID, number: int, at: datetime, actor: str, reason: str, cause: str, withheld: bool) -> bytes:
    """The hash of a look, over the one before it."""
    parts = (actor.encode(), reason.encode(), cause.encode())
    fixed = struct.pack(">iq?3I", number, (at - _EPOCH) // _MICROSECOND, withheld, *(len(part) for part in parts))
    return hashlib.sha256(b"".join((previous, stream.bytes, fixed, *parts))).digest()


def seal(text: bytes, salt: bytes | None = None) -> tuple[bytes, bytes]:
    """A fresh salt, and the digest that binds the text to the chain. Erasing salt and text leaves a digest of nothing known."""
    salt = salt or os.urandom(16)
    return salt, hashlib.sha256(salt + text).digest()
