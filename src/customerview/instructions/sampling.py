"""Which of many are sampled: decided by where a fact stands, so that rebuilding picks the same ones and nobody can choose."""

from __future__ import annotations

from hashlib import sha256

from customerview.kernel import Recorded


def falls_in_sample(happened: Recorded, per_cent: float) -> bool:
    """Whether this fact is one of the `per_cent` in a hundred that are looked at again."""
    place = int.from_bytes(sha256(happened.stream.bytes + happened.number.to_bytes(4)).digest()[:4])
    return place % 10_000 < per_cent * 100
