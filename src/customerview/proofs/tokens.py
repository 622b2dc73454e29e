"""JSON Web Tokens signed with the key rings: three parts, ES256."""

from __future__ import annotations

import base64
import json
from typing import Any

from . import keys


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def packed(value: Any) -> str:
    """JSON, without blanks, in base64url."""
    return base64url(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode())


def token(purpose: str, header: dict[str, Any], claims: dict[str, Any], *, issuer: str = "") -> str:
    """A signed token. Its header names the key, under its issuer when that is a DID."""
    said = ""

    def by(kid: str) -> bytes:
        nonlocal said
        said = f"{packed({'alg': 'ES256', 'kid': f'{issuer}#{kid}' if issuer else kid} | header)}.{packed(claims)}"
        return said.encode()

    _, signature = keys.sign(purpose, by)
    return f"{said}.{base64url(signature)}"
