"""What each key may sign, and nothing else: whoever reaches the signer cannot have it sign a text of their own choosing.

check("credential", kid, message, now)      nothing, or ValueError which says what is wrong
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import cbor2
from asn1crypto import cms

from customerview.instructions import catalogue

from .key import LASTS

CLAIMS, UNTIL, SINCE = -65537, 4, 6
"""Of the square code: where its content stands, and until and since when it counts."""
ATTRIBUTES = {"content_type", "message_digest", "signing_certificate_v2", "cms_algorithm_protection"}
"""What a seal's signed attributes may be."""


def check(purpose: str, kid: str, message: bytes, now: datetime) -> None:
    """Raises ValueError when this is not what keys for that purpose sign, names another key, or counts for longer than it should."""
    try:
        why = KINDS[purpose](kid, message, now, catalogue().figures.get("common", LASTS[purpose], now.date()))
    except Exception as error:  # whatever it is that cannot be read, it is hostile or broken
        raise ValueError(f"This is nothing that a key for {purpose} signs.") from error
    if why:
        raise ValueError(f"A key for {purpose} does not sign this: {why}.")


def _code(kid: str, message: bytes, now: datetime, days: int) -> str:
    context, protected, external, payload = cbor2.loads(message)
    held = cbor2.loads(payload)
    if (context, external) != ("Signature1", b"") or cbor2.loads(protected) != {1: -7, 4: kid.encode()}:
        return "it is no COSE_Sign1 by this key"
    if held.keys() != {CLAIMS, UNTIL, SINCE}:
        return "it is no square code of ours"
    return _too_long(held[UNTIL], now, days)


def _credential(kid: str, message: bytes, now: datetime, days: int) -> str:
    header, claims = _token(message)
    if header.get("typ") not in ("dc+sd-jwt", "vc+jwt") or not _names(header, kid):
        return "it is no credential by this key"
    return "it has no status" if "status_list" not in claims["status"] else _too_long(claims["exp"], now, days)


def _status_list(kid: str, message: bytes, now: datetime, days: int) -> str:
    header, claims = _token(message)
    if header.get("typ") != "statuslist+jwt" or not _names(header, kid) or "lst" not in claims["status_list"]:
        return "it is no status list by this key"
    return _too_long(claims["exp"], now, days)


def _seal(kid: str, message: bytes, now: datetime, days: int) -> str:
    said = {one["type"].native: one["values"].native for one in cms.CMSAttributes.load(message, strict=True)}
    if said.keys() - ATTRIBUTES or said["content_type"] != ["data"] or len(said["message_digest"][0]) != 32:
        return "these are not the attributes of a seal"
    return ""


def _token(message: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    header, claims = (json.loads(base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4))) for part in message.split(b"."))
    return header, claims


def _names(header: dict[str, Any], kid: str) -> bool:
    return header["alg"] == "ES256" and header["kid"].rpartition("#")[2] == kid


def _too_long(until: int, now: datetime, days: int) -> str:
    """A day more is allowed: what ends with a day ends late in it."""
    return "it counts for too long" if until > (now + timedelta(days=days + 1)).timestamp() else ""


KINDS: dict[str, Callable[[str, bytes, datetime, int], str]] = {
    "qr": _code, "credential": _credential, "status_list": _status_list, "seal": _seal,
}  # fmt: skip
