"""Keys that proofs are signed with: one ring for each purpose, in the installation's private folder; P-256, made on first use.

    kid, signature = sign("qr", message)      64 bytes, r and s; the same message gives the same signature
    published()                               the public halves, as a JWKS: also of old keys whose signatures may still be met
    rotate("credential")                      a new key signs from now on

A key for one purpose is refused for every other: `purpose` stands beside each published key.
"""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from joserfc.jwk import ECKey

from customerview.config.home import home
from customerview.instructions import catalogue
from customerview.kernel import LONDON

LASTS = {"qr": "proof_scan_days", "credential": "credential_days", "seal": "seal_days", "status_list": "status_list_days"}
"""What the keys are for, and the figure that says for how many days a signature of theirs may be met."""
ES256 = ECDSA(hashes.SHA256(), deterministic_signing=True)


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a ring: the whole JWK, since when it signs, and until when it did."""

    jwk: dict[str, str]
    since: datetime
    until: datetime | None = None

    @property
    def kid(self) -> str:
        return self.jwk["kid"]


def rings(now: datetime | None = None) -> dict[str, list[Key]]:
    """Every purpose's keys that are published, the one that signs first."""
    today = now or datetime.now(LONDON)
    return {purpose: [key for key in ring(purpose) if met(key, purpose, today)] for purpose in LASTS}


def ring(purpose: str) -> list[Key]:
    """The keys of a purpose, newest first."""
    path = _path(purpose)
    if not path.exists():
        with _alone(purpose):
            if not path.exists():
                _write(path, [_new(datetime.now(LONDON))])
    return list(_read(path, path.stat().st_mtime_ns))


def met(key: Key, purpose: str, now: datetime) -> bool:
    """Whether something that this key signed may not have ended yet."""
    days = catalogue().figures.get("common", LASTS[purpose], now.date())
    return key.until is None or now <= key.until + timedelta(days=days)


def rotate(purpose: str, now: datetime | None = None, *, stolen: bool = False) -> Key:
    """A new key signs from now on. The old one stays published until what it signed has ended; if it was stolen, not a moment longer."""
    moment = now or datetime.now(LONDON)
    ring(purpose)
    with _alone(purpose):
        old = [k if k.until else msgspec.structs.replace(k, until=moment) for k in ring(purpose)]
        new = _new(moment)
        kept = [key for key in old if met(key, purpose, moment) and not (stolen and key.until == moment)]
        _write(_path(purpose), [new, *kept])
    return new


def signing_key(purpose: str) -> ECKey:
    """The key that signs today."""
    return _key(msgspec.json.encode(ring(purpose)[0].jwk))


def public_key(key: Key) -> EllipticCurvePublicKey:
    """The public half, as certificates have it."""
    return _key(msgspec.json.encode(key.jwk)).public_key  # type: ignore[return-value]


def sign(purpose: str, message: bytes) -> tuple[str, bytes]:
    """The kid and the raw ES256 signature, as COSE and JOSE have it."""
    key = signing_key(purpose)
    r, s = decode_dss_signature(key.private_key.sign(message, ES256))
    return str(key.kid), r.to_bytes(32) + s.to_bytes(32)


def published(*purposes: str) -> dict[str, list[dict[str, str]]]:
    """The public keys of these purposes, or of all: a JWKS."""
    return {
        "keys": [
            {name: key.jwk[name] for name in ("kty", "crv", "x", "y", "kid")} | {"alg": "ES256", "use": "sig", "purpose": purpose}
            for purpose, keys in rings().items() if not purposes or purpose in purposes
            for key in keys
        ]
    }  # fmt: skip


@lru_cache(maxsize=16)
def _key(jwk: bytes) -> ECKey:
    return ECKey.import_key(json.loads(jwk))


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> tuple[Key, ...]:
    return msgspec.json.decode(path.read_bytes(), type=tuple[Key, ...])


def _new(now: datetime) -> Key:
    """Its name is short enough for a QR: the first 66 bits of its thumbprint."""
    key = ECKey.generate_key("P-256", private=True)
    return Key(jwk={**key.as_dict(private=True), "kid": key.thumbprint()[:11]}, since=now)


def _path(purpose: str) -> Path:
    if purpose not in LASTS:
        raise ValueError(f"Keys are for {', '.join(LASTS)}, not {purpose}.")
    folder = home() / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"proofs_{purpose}.keys"


def _write(path: Path, keys: list[Key]) -> None:
    """Whole or not at all; read by its owner alone."""
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(keys))
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


@contextmanager
def _alone(purpose: str) -> Iterator[None]:
    """One process of this installation at a time makes keys."""
    with os.fdopen(os.open(_path(purpose).with_suffix(".lock"), os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
