"""The one door to the keys that proofs are signed with: one ring for each purpose, the private halves out of reach of whoever asks.

    kid, signature = sign("qr", lambda kid: message)     64 bytes, r and s; the message may name the key that signs it
    published()                                          the public halves, as a JWKS: also of old keys whose signatures may still be met
    ring("credential")                                   a purpose's public keys, the one that signs first

CUSTOMERVIEW_SIGNER names the socket of the process that holds the private halves; without it they are files of this installation
(`local_keys`). A key for one purpose is refused for every other: `purpose` stands beside each published key.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from asn1crypto import pem, x509

from customerview.kernel import LONDON

from .key import LASTS, Key, Signer, TurnedOver, met
from .local_keys import LocalKeys
from .signing_process import RemoteKeys


def signer() -> Signer:
    """The signer of this process."""
    return _signer(os.environ.get("CUSTOMERVIEW_SIGNER", ""))


@lru_cache(maxsize=2)
def _signer(socket: str) -> Signer:
    return RemoteKeys(socket) if socket else LocalKeys()


def ring(purpose: str) -> list[Key]:
    """The public keys of a purpose, newest first."""
    if purpose not in LASTS:
        raise ValueError(f"Keys are for {', '.join(LASTS)}, not {purpose}.")
    return signer().ring(purpose)


def sign(purpose: str, message_by: Callable[[str], bytes]) -> tuple[str, bytes]:
    """The kid, and the raw signature over `message_by(kid)`. A key that was turned over in between is asked for once more."""
    for last in (False, True):
        kid = ring(purpose)[0].kid
        try:
            return kid, signer().sign(purpose, kid, message_by(kid))
        except TurnedOver:
            if last:
                raise
    raise AssertionError


def rings(now: datetime | None = None) -> dict[str, list[Key]]:
    """Every purpose's keys that are published, the one that signs first."""
    today = now or datetime.now(LONDON)
    return {purpose: [key for key in ring(purpose) if met(key, purpose, today)] for purpose in LASTS}


def published(*purposes: str) -> dict[str, list[dict[str, str]]]:
    """The public keys of these purposes, or of all: a JWKS."""
    return {
        "keys": [
            {name: key.jwk[name] for name in ("kty", "crv", "x", "y", "kid")} | {"alg": "ES256", "use": "sig", "purpose": purpose}
            for purpose, keys in rings().items() if not purposes or purpose in purposes
            for key in keys
        ]
    }  # fmt: skip


def chain(kid: str) -> list[x509.Certificate]:
    """The certificate of the seal's key of this name, then those above it."""
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(signer().chain(kid).encode(), multiple=True)]


def authority() -> str:
    """The certificate of the seals' authority, as PEM: whoever trusts it trusts the seals."""
    return signer().authority()
