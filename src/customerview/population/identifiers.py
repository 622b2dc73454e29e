"""Numbers and addresses of made-up people: each unlike any that is in use, and given to one person only."""

from __future__ import annotations

import hashlib
from random import Random
from uuid import UUID

PEOPLE = 26_000_000
"""26 prefixes that begin with Q, a million numbers each: no real National Insurance number begins with Q."""
KEPT = 1_000
"""The first thousand places are for people who are written by hand."""
MOST = PEOPLE - KEPT

_FIRST = 16_123_456  # place 0 has the number everybody gives as the example: QQ 12 34 56 C
_STEP = 15_485_863  # a prime that does not divide PEOPLE: stepping by it visits every number once
NOTIFY_TESTS = {0, 2, 3, 111, 222}
"""Numbers of the drama range that a notification service treats in a way of its own."""
MOBILES = tuple(f"07700 900{n:03}" for n in range(1000) if n not in NOTIFY_TESTS)


def nino(place: int) -> str:
    """The National Insurance number of the person in this place; no two places share one. Raises ValueError beyond the last."""
    if not 0 <= place < PEOPLE:
        raise ValueError(f"There are {PEOPLE:,} made-up National Insurance numbers; place {place:,} is beyond them.")
    prefix, number = divmod((_FIRST + place * _STEP) % PEOPLE, 1_000_000)
    return f"Q{chr(65 + prefix)}{number:06}{'CDAB'[place % 4]}"


def stream(seed: int, place: int) -> UUID:
    """The customer's id. Ids rise with the place, so that an index loaded in order grows at its end."""
    digest = hashlib.blake2b(f"{seed}:{place}".encode(), digest_size=16).digest()
    return UUID(bytes=place.to_bytes(4) + digest[4:], version=4)


def mobile(chance: Random) -> str:
    """A number of the range kept for drama."""
    return chance.choice(MOBILES)


def landline(chance: Random) -> str:
    return f"01632 960{chance.randint(0, 999):03}"


def email(given: str, family: str, place: int) -> str:
    """An address that nobody can have."""
    plain = "".join(c for c in f"{given}.{family}".lower() if c.isascii() and (c.isalnum() or c == ".")).strip(".")
    return f"{plain or 'someone'}.{place}@example.com"
