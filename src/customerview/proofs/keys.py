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
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Protocol

import msgspec
from asn1crypto import pem, x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from joserfc.jwk import ECKey

from customerview.instructions import catalogue
from customerview.kernel import LONDON

LASTS = {"qr": "proof_scan_days", "credential": "credential_days", "seal": "seal_days", "status_list": "status_list_days"}
"""What the keys are for, and the figure that says for how many days a signature of theirs may be met."""


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """The public half of one key of a ring: its JWK, since when it signs, and until when it did."""

    jwk: dict[str, str]
    since: datetime
    until: datetime | None = None

    @property
    def kid(self) -> str:
        return self.jwk["kid"]


class TurnedOver(Exception):
    """This key signs no longer: ask which one does."""


class Signer(Protocol):
    """Whatever holds the private halves: files, a process of its own, a safe in a data centre."""

    def ring(self, purpose: str) -> list[Key]:
        """The public keys of a purpose, newest first."""

    def sign(self, purpose: str, kid: str, message: bytes) -> bytes:
        """The raw ES256 signature over what this purpose's key may sign. Raises TurnedOver, and ValueError for anything else."""

    def answers(self) -> bool:
        """Whether it can be asked now."""

    def chain(self, kid: str) -> str:
        """The certificate of this key of the seal, then those above it, as PEM."""

    def authority(self) -> str:
        """The certificate that whoever trusts our seals has to trust, as PEM."""


def signer() -> Signer:
    """The signer of this process."""
    return _signer(os.environ.get("CUSTOMERVIEW_SIGNER", ""))


@lru_cache(maxsize=2)
def _signer(socket: str) -> Signer:
    from .local_keys import LocalKeys
    from .signing_process import RemoteKeys

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


def met(key: Key, purpose: str, now: datetime) -> bool:
    """Whether something that this key signed may not have ended yet."""
    days = catalogue().figures.get("common", LASTS[purpose], now.date())
    return key.until is None or now <= key.until + timedelta(days=days)


def published(*purposes: str) -> dict[str, list[dict[str, str]]]:
    """The public keys of these purposes, or of all: a JWKS."""
    return {
        "keys": [
            {name: key.jwk[name] for name in ("kty", "crv", "x", "y", "kid")} | {"alg": "ES256", "use": "sig", "purpose": purpose}
            for purpose, keys in rings().items() if not purposes or purpose in purposes
            for key in keys
        ]
    }  # fmt: skip


def public_key(key: Key) -> EllipticCurvePublicKey:
    """The public half, as certificates have it."""
    return ECKey.import_key(key.jwk).public_key  # type: ignore[return-value]


def chain(kid: str) -> list[x509.Certificate]:
    """The certificate of the seal's key of this name, then those above it."""
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(signer().chain(kid).encode(), multiple=True)]


def authority() -> str:
    """The certificate of the seals' authority, as PEM: whoever trusts it trusts the seals."""
    return signer().authority()
