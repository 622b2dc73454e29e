"""What a key is, how long what it signed may be met, and what any holder of the private halves has to do."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from joserfc.jwk import ECKey

from customerview.instructions import catalogue

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


def met(key: Key, purpose: str, now: datetime) -> bool:
    """Whether something that this key signed may not have ended yet."""
    days = catalogue().figures.get("common", LASTS[purpose], now.date())
    return key.until is None or now <= key.until + timedelta(days=days)


def public_key(key: Key) -> EllipticCurvePublicKey:
    """The public half, as certificates have it."""
    return ECKey.import_key(key.jwk).public_key  # type: ignore[return-value]
