"""References that can be read, heard and said on the phone, and tell nothing."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from customerview.kernel import Record

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and figures that are not taken for each other."""


def short_reference(record: Record, at: datetime, first: str = "P", of: int = 0) -> str:
    """Short enough to say on the phone, telling nothing: from the stream and the number it will have."""
    seed = f"{record.stream}:{record.number + of}:{at.isoformat()}"
    mixed = int.from_bytes(sha256(seed.encode()).digest()[:8])
    letters = "".join(ALPHABET[(mixed >> shift) & 31] for shift in range(0, 40, 5))
    return f"{first}{letters[:4]}-{letters[4:]}"
