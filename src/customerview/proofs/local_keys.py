"""The private halves as files: P-256, made on first use, in a folder that its owner alone reads. The signing process has them like this.

CUSTOMERVIEW_KEYS names the folder; by default it is `signer` in the installation's own. `rotate` is for whoever may read it.
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
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from joserfc.jwk import ECKey

from customerview.config.home import home
from customerview.kernel import LONDON

from . import certificates, typed
from .key import Key, TurnedOver, met

ES256 = ECDSA(hashes.SHA256(), deterministic_signing=True)
GRACE = timedelta(minutes=1)
"""How long a key that was turned over still signs for whoever has not heard of it. One that was stolen signs nothing more."""


class LocalKeys:
    """A signer (`key.Signer`) whose keys are files."""

    def ring(self, purpose: str) -> list[Key]:
        return list(_public(*_file(purpose)))

    def sign(self, purpose: str, kid: str, message: bytes) -> bytes:
        now = datetime.now(LONDON)
        key = next((k for k in held(purpose) if k.kid == kid and (k.until is None or now < k.until + GRACE)), None)
        if key is None:
            raise TurnedOver(kid)
        typed.check(purpose, kid, message, now)
        r, s = decode_dss_signature(_private(msgspec.json.encode(key.jwk)).private_key.sign(message, ES256))
        return r.to_bytes(32) + s.to_bytes(32)

    def answers(self) -> bool:
        return True

    def chain(self, kid: str) -> str:
        return certificates.chain(next(key for key in self.ring("seal") if key.kid == kid), folder())

    def authority(self) -> str:
        return certificates.authority(folder())


def held(purpose: str) -> list[Key]:
    """The keys of a purpose, private halves included, newest first."""
    return list(_read(*_file(purpose)))


def rotate(purpose: str, now: datetime | None = None, *, stolen: bool = False) -> Key:
    """A new key signs from now on. The old one stays published until what it signed has ended; if it was stolen, not a moment longer."""
    moment = now or datetime.now(LONDON)
    held(purpose)
    with _alone(purpose):
        old = [k if k.until else msgspec.structs.replace(k, until=moment) for k in held(purpose)]
        new = _new(moment)
        kept = [key for key in old if met(key, purpose, moment) and not (stolen and key.until == moment)]
        _write(folder() / f"{purpose}.keys", [new, *kept])
    return new


def folder() -> Path:
    """Where the private halves are."""
    path = Path(os.environ.get("CUSTOMERVIEW_KEYS") or home() / "signer")
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def _file(purpose: str) -> tuple[Path, int]:
    """Where the ring is, made if it was not, and when it was changed last."""
    path = folder() / f"{purpose}.keys"
    if not path.exists():
        with _alone(purpose):
            if not path.exists():
                _write(path, [_new(datetime.now(LONDON))])
    return path, path.stat().st_mtime_ns


@lru_cache(maxsize=16)
def _private(jwk: bytes) -> ECKey:
    return ECKey.import_key(json.loads(jwk))


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> tuple[Key, ...]:
    return msgspec.json.decode(path.read_bytes(), type=tuple[Key, ...])


@lru_cache(maxsize=16)
def _public(path: Path, changed: int) -> tuple[Key, ...]:
    return tuple(Key(jwk={n: v for n, v in k.jwk.items() if n != "d"}, since=k.since, until=k.until) for k in _read(path, changed))


def _new(now: datetime) -> Key:
    """Its name is short enough for a QR: the first 66 bits of its thumbprint."""
    key = ECKey.generate_key("P-256", private=True)
    return Key(jwk={**key.as_dict(private=True), "kid": key.thumbprint()[:11]}, since=now)


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
    with os.fdopen(os.open(folder() / f"{purpose}.lock", os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
