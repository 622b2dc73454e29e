"""A digital credential that somebody shows: is it ours, does it still hold, and was it shown by the wallet that took it?

    found = presented(text, audience="https://council.example", nonce="…")     found.answer, as of a share code; what was shown of it

Asked by whoever was shown one, for themselves: we keep nothing of it, and the customer is not told, as with the published status lists.
"""

from __future__ import annotations

import base64
import hmac
import json
import time
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
from django.db import connection
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from customerview.instructions import BENEFITS, catalogue
from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.proofs.facts import PURPOSES
from customerview.kernel import LONDON, Words, in_words, pounds

from .credentials import SAID, type_of
from .issuer import base_url, did
from .keys import published
from .levels import LEVELS
from .status import list_at
from .tokens import base64url

MOST_CHARACTERS = 60_000
MOST_DISCLOSURES = 50
FROM, UNTIL = Words("from", "o"), Words("until", "tan")


class Presented(msgspec.Struct, frozen=True, kw_only=True):
    """`answer`: current, no_longer_current or not_confirmed; `why`, where that is: not_ours or not_by_its_wallet. `holder`: proved, when
    the wallet that took it signed your question; none, when it is a file that anybody can show."""

    answer: str
    why: str = ""
    holder: str = "none"
    shown: dict[str, Any] = {}
    until: datetime | None = None


NOT_OURS = Presented(answer="not_confirmed", why="not_ours")
NOT_BY_ITS_WALLET = Presented(answer="not_confirmed", why="not_by_its_wallet")


def presented(text: str, *, audience: str = "", nonce: str = "") -> Presented:
    """What is to be thought of this. `audience` and `nonce` are whom and what the wallet was asked to sign for."""
    bare = "".join(text.split())
    if len(bare) > MOST_CHARACTERS:
        return NOT_OURS
    try:
        return _sd_jwt(bare, audience, nonce) if "~" in bare else _vc_jwt(bare)
    except Exception:  # whatever it is that cannot be read, it is hostile or broken, and not ours
        return NOT_OURS


def _sd_jwt(text: str, audience: str, nonce: str) -> Presented:
    issuer, *disclosures, binding = text.split("~")
    claims = _ours(issuer, "dc+sd-jwt")
    if (claims["iss"], claims["vct"]) != (base_url(), type_of()) or len(disclosures) > MOST_DISCLOSURES:
        return NOT_OURS
    shown: dict[str, Any] = {}
    for one in disclosures:
        _, name, value = json.loads(_decoded(one))
        if base64url(sha256(one.encode()).digest()) not in claims["_sd"] or name in shown:
            return NOT_OURS
        shown[name] = value
    holder = "none"
    if "cnf" in claims:
        holder = "proved"
        if not (audience and nonce and _bound(binding, claims["cnf"]["jwk"], text[: len(text) - len(binding)], audience, nonce)):
            return NOT_BY_ITS_WALLET
    elif binding:
        return NOT_OURS  # cut short, or bound by somebody to a key that we did not name
    return _standing(claims, shown, holder)


def _vc_jwt(text: str) -> Presented:
    claims = _ours(text, "vc+jwt")
    return _standing(claims, claims["credentialSubject"], "none") if claims["iss"] == did() else NOT_OURS


def _ours(token: str, typ: str) -> dict[str, Any]:
    """The claims, when one of our keys for credentials signed them. Raises whatever goes wrong."""
    header = json.loads(_decoded(token.partition(".")[0]))
    key = next(key for key in published("credential")["keys"] if key["kid"] == header["kid"].rpartition("#")[2])
    if header["typ"] != typ:
        raise ValueError(typ)
    return json.loads(jws.deserialize_compact(token, ECKey.import_key(key), algorithms=["ES256"]).payload)


def _bound(binding: str, holder: dict[str, str], presented: str, audience: str, nonce: str) -> bool:
    """Whether the wallet's key signed this showing, to them and for their question, just now (RFC 9901, section 7.3)."""
    try:
        said = jws.deserialize_compact(binding, ECKey.import_key(holder), algorithms=["ES256"])
    except (JoseError, ValueError):
        return False
    claims, lasts = (
        json.loads(said.payload),
        catalogue().figures.get("common", "wallet_nonce_minutes", datetime.now(LONDON).date()),
    )
    return (
        said.headers().get("typ") == "kb+jwt" and claims["aud"] == audience and hmac.compare_digest(claims["nonce"], nonce)
        and claims["sd_hash"] == base64url(sha256(presented.encode()).digest())
        and abs(time.time() - claims["iat"]) < timedelta(minutes=lasts).total_seconds()
    )  # fmt: skip


def _standing(claims: dict[str, Any], shown: dict[str, Any], holder: str) -> Presented:
    """Whether it still holds, by its end and by its place in the status list."""
    at, until = claims["status"]["status_list"], datetime.fromtimestamp(claims["exp"], LONDON)
    place = at["uri"].rpartition("/")[2]
    if at["uri"] != list_at(place):
        return NOT_OURS
    row = connection.cursor().execute("SELECT EXISTS (SELECT FROM withdrawn_places(%s) AS gone WHERE gone = %s)", [place, at["idx"]])
    over = bool(row.fetchone()[0]) or until < datetime.now(LONDON)
    return (
        Presented(answer="no_longer_current", holder=holder)
        if over
        else Presented(answer="current", holder=holder, shown=shown, until=until)
    )


def in_rows(shown: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """What was shown, for reading."""
    return [(SAID[name].say(lang), text) for name, value in shown.items() if name in SAID for text in _texts(name, value, lang)]


def _texts(name: str, value: Any, lang: str) -> list[str]:
    match name:
        case "benefits":
            return [_benefit(one, lang) for one in value]
        case "purpose":
            return [PURPOSES[value].words.say(lang)]
        case "issued":
            return [_day(value, lang)]
    return [str(value)]


def _benefit(one: dict[str, Any], lang: str) -> str:
    said = [BENEFITS[one["code"]].say(lang)]
    if one.get("amount"):
        said.append(f"{pounds(round(float(one['amount']) * 100))} {FREQUENCIES[one['frequency']].say(lang)}")
    said += [
        f"{COMPONENTS[c['code']].say(lang)}{': ' + LEVELS[c['level']].say(lang) if c['level'] in LEVELS else ''}"
        for c in one.get("components", [])
    ]
    said += [f"{words.say(lang)} {_day(one[name], lang)}" for name, words in (("starts", FROM), ("ends", UNTIL)) if one.get(name)]
    return ", ".join(said)


def _day(text: str, lang: str) -> str:
    return in_words(datetime.fromisoformat(text).date(), lang)


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
