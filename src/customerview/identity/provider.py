"""Our client of an OpenID provider: authorization code, PKCE, private_key_jwt; nothing it says is believed unsigned.

The protocol is GOV.UK One Login's. Every token is checked against the provider's published keys, for us, now, and for this
very sign-in (state, nonce, verifier).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import time
from base64 import urlsafe_b64encode
from datetime import date
from typing import Any
from urllib.parse import urlencode

import httpx
import msgspec
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from customerview.config.keys import COLLEAGUES, CUSTOMERS, ORGANISATIONS, sign_in_key

ALGORITHMS = ["ES256", "RS256"]
CORE_IDENTITY = "https://vocab.account.gov.uk/v1/coreIdentityJWT"
LEVEL, CONFIDENCE = "P2", '["P2.Cl.Cm"]'
LEEWAY_SECONDS = 30
KEYS_KEPT_SECONDS = 600
LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
LOGOUT_SECONDS = 300
"""A logout token older than this was not sent because somebody signed out just now."""
SECOND_PROOFS = frozenset({"otp", "mfa", "hwk", "swk", "sms", "fpt", "face", "user"})
"""What in `amr` shows that a password was not the only proof."""


class SignInFailed(Exception):
    """The provider's answer cannot be believed, or there is none. The message is for the log and names no person."""


class Flow(msgspec.Struct, kw_only=True):
    """What we remember while somebody is away at the provider."""

    client: str
    state: str
    nonce: str
    verifier: str
    begun: float


class Proved(msgspec.Struct, kw_only=True):
    """Who the provider says somebody is. Names are (given, family), births the likeliest first."""

    subject: str
    issuer: str
    id_token: str
    names: list[tuple[str, str]] = []
    births: list[date] = []
    level: str = ""
    claims: dict[str, Any] = {}


class LoggedOut(msgspec.Struct, kw_only=True):
    """Somebody signed out at the provider: of one session there, or, when none is named, of all of theirs."""

    subject: str
    session: str
    token: str
    until: float
    """Until when the token could be sent a second time."""


class Provider:
    """One issuer. Its addresses and keys are fetched when first needed, and keys again when an unknown one signs."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self._known: dict[str, Any] = {}
        self._keys: dict[str, tuple[float, KeySet]] = {}

    def begin(self, client: str, language: str) -> tuple[Flow, str]:
        """Where to send the browser, and what to remember until it comes back."""
        flow = Flow(
            client=client, state=secrets.token_urlsafe(24), nonce=secrets.token_urlsafe(24), verifier=secrets.token_urlsafe(48),
            begun=time.time(),
        )  # fmt: skip
        asked = {
            "client_id": client, "response_type": "code", "scope": "openid email" if client == ORGANISATIONS else "openid", "redirect_uri": came_back_to(), "state": flow.state,
            "nonce": flow.nonce, "code_challenge": _thumb(flow.verifier, whole=True), "code_challenge_method": "S256", "ui_locales": language,
        }  # fmt: skip
        if client == CUSTOMERS:
            asked |= {"vtr": CONFIDENCE, "claims": json.dumps({"userinfo": {CORE_IDENTITY: {"essential": True}}})}
        return flow, f"{self._address('authorization_endpoint')}?{urlencode(asked)}"

    def finish(self, flow: Flow, state: str, code: str) -> Proved:
        """Exchange the code and check everything. Raises SignInFailed."""
        if not hmac.compare_digest(state.encode(), flow.state.encode()):
            raise SignInFailed("state does not match")
        tokens = self._exchange(flow, code)
        claims = self._id_token(tokens.get("id_token", ""), flow)
        if "at_hash" in claims and not hmac.compare_digest(str(claims["at_hash"]), _thumb(tokens["access_token"])):
            raise SignInFailed("at_hash does not match")
        proved = Proved(subject=claims["sub"], issuer=self.issuer, id_token=tokens["id_token"], claims=claims)
        if flow.client == CUSTOMERS:
            self._core_identity(proved, tokens["access_token"])
        return proved

    def leave_at(self, id_token: str, client: str, back: str) -> str:
        """Where the browser goes so that the provider signs the person out too; empty when it has no such place."""
        place = self._discovered().get("end_session_endpoint", "")
        asked = {"id_token_hint": id_token, "post_logout_redirect_uri": back, "client_id": client}
        return f"{place}?{urlencode(asked)}" if place else ""

    def told_of_a_logout(self, token: str, client: str) -> LoggedOut:
        """What a logout token says (OpenID Connect Back-Channel Logout 1.0, section 2.6). Raises SignInFailed."""
        said = self._verified(token, self._address("jwks_uri"), iss=self.issuer, aud=client)
        kind, claims = str(said.header.get("typ", "")).lower().removeprefix("application/"), said.claims
        events, subject, session = claims.get("events"), claims.get("sub", ""), claims.get("sid", "")
        if kind not in ("", "jwt", "logout+jwt") or not isinstance(events, dict) or not isinstance(events.get(LOGOUT), dict):
            raise SignInFailed("a token is signed, and is not for a logout")
        if "nonce" in claims or not isinstance(subject, str) or not isinstance(session, str) or not (subject or session):
            raise SignInFailed("a logout token says of nobody that they signed out, or could be another kind of token")
        if not isinstance(claims.get("jti"), str) or not claims["jti"] or time.time() - claims["iat"] > LOGOUT_SECONDS:
            raise SignInFailed("a logout token has no name, or is old")
        return LoggedOut(subject=subject, session=session, token=claims["jti"], until=claims["exp"] + LEEWAY_SECONDS)

    def _exchange(self, flow: Flow, code: str) -> dict[str, Any]:
        now, key, place = int(time.time()), sign_in_key(), self._address("token_endpoint")
        proof = {
            "iss": flow.client,
            "sub": flow.client,
            "aud": place,
            "iat": now,
            "exp": now + 120,
            "jti": secrets.token_urlsafe(18),
        }
        return self._fetch(
            "POST", place,
            data={
                "grant_type": "authorization_code", "code": code, "code_verifier": flow.verifier, "redirect_uri": came_back_to(),
                "client_id": flow.client, "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": jwt.encode({"alg": "ES256", "kid": key.kid}, proof, key),
            },
        )  # fmt: skip

    def _id_token(self, token: str, flow: Flow) -> dict[str, Any]:
        claims = self._signed(token, self._address("jwks_uri"), iss=self.issuer, aud=flow.client)
        if not hmac.compare_digest(str(claims.get("nonce", "")), flow.nonce):
            raise SignInFailed("nonce does not match")
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != flow.client:
            raise SignInFailed("the token is for others too and was not asked for by us")
        return claims

    def _core_identity(self, proved: Proved, access_token: str) -> None:
        """Who they were proved to be: a statement signed by itself, for the same subject, at the level we asked for."""
        said = self._fetch("GET", self._address("userinfo_endpoint"), headers={"Authorization": f"Bearer {access_token}"})
        if said.get("sub") != proved.subject:
            raise SignInFailed("user info is about somebody else")
        keys = os.environ.get("CUSTOMERVIEW_CORE_IDENTITY_KEYS") or self._address("jwks_uri")
        issuer = os.environ.get("CUSTOMERVIEW_CORE_IDENTITY_ISSUER") or self.issuer
        core = self._signed(str(said.get(CORE_IDENTITY, "")), keys, iss=issuer, aud=CUSTOMERS)
        if core.get("sub") != proved.subject or core.get("vot") != LEVEL:
            raise SignInFailed("identity was not proved at the level asked for")
        about = core.get("vc", {}).get("credentialSubject", {})
        try:
            proved.names = [_name(name) for name in sorted(about["name"], key=lambda n: "validUntil" in n)]
            proved.births = [date.fromisoformat(one["value"]) for one in about["birthDate"]]
        except (KeyError, TypeError, ValueError) as error:
            raise SignInFailed("identity has no name or date of birth") from error
        proved.level = core["vot"]

    def _signed(self, token: str, keys: str, *, iss: str, aud: str) -> dict[str, Any]:
        """The claims of a token whose signature, issuer, audience and times are right, and that says who it is about."""
        claims = self._verified(token, keys, iss=iss, aud=aud).claims
        if not isinstance(claims.get("sub"), str) or not claims["sub"]:
            raise SignInFailed("a token says nobody's name")
        return claims

    def _verified(self, token: str, keys: str, *, iss: str, aud: str) -> jwt.Token:
        for fresh in (False, True):
            try:
                said = jwt.decode(token, self._keys_at(keys, fresh=fresh), algorithms=ALGORITHMS)
                break
            except (JoseError, ValueError) as error:
                if fresh:
                    raise SignInFailed(f"a token is not signed by the provider: {type(error).__name__}") from error
        rules = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS, iss={"essential": True, "value": iss}, aud={"essential": True, "value": aud},
            exp={"essential": True}, iat={"essential": True},
        )  # fmt: skip
        try:
            rules.validate(said.claims)
        except JoseError as error:
            raise SignInFailed(f"a token's claims do not hold: {error}") from error
        return said

    def _keys_at(self, address: str, *, fresh: bool) -> KeySet:
        """A JWKS, or the keys of a DID document, as One Login publishes those of its identity statements."""
        fetched, keys = self._keys.get(address, (0.0, None))
        if keys is None or (fresh and time.time() - fetched > 5) or time.time() - fetched > KEYS_KEPT_SECONDS:
            said = self._fetch("GET", address)
            if "assertionMethod" in said:
                said = {"keys": [method["publicKeyJwk"] | {"kid": method["id"]} for method in said["assertionMethod"]]}
            keys = KeySet.import_key_set({"keys": [key for key in said["keys"] if key.get("use", "sig") == "sig"]})
            self._keys[address] = (time.time(), keys)
        return keys

    def _discovered(self) -> dict[str, Any]:
        if not self._known:
            said = self._fetch("GET", f"{self.issuer}/.well-known/openid-configuration")
            if said.get("issuer") != self.issuer:
                raise SignInFailed("the provider calls itself by another name")
            self._known = said
        return self._known

    def _address(self, name: str) -> str:
        try:
            return str(self._discovered()[name])
        except KeyError as error:
            raise SignInFailed(f"the provider does not say its {name}") from error

    def _fetch(self, method: str, address: str, **more: Any) -> dict[str, Any]:
        try:
            with httpx.Client(timeout=10, trust_env=False, proxy=os.environ.get("CUSTOMERVIEW_PROXY") or None) as http:
                answer = http.request(method, address, **more)
            answer.raise_for_status()
            said = answer.json()
        except httpx.HTTPStatusError as error:
            raise SignInFailed(f"the provider answered {error.response.status_code}") from error
        except (httpx.HTTPError, ValueError) as error:
            raise SignInFailed(f"the provider cannot be asked: {type(error).__name__}") from error
        if not isinstance(said, dict):
            raise SignInFailed("the provider's answer cannot be read")
        return said


_providers: dict[str, Provider] = {}


def provider_for(client: str) -> Provider:
    """Customers' provider; colleagues may have another (CUSTOMERVIEW_STAFF_ISSUER), and organisations' staff (CUSTOMERVIEW_ORGANISATION_ISSUER)."""
    other = {COLLEAGUES: "CUSTOMERVIEW_STAFF_ISSUER", ORGANISATIONS: "CUSTOMERVIEW_ORGANISATION_ISSUER"}.get(client, "")
    issuer = os.environ.get(other) or settings.ISSUER
    if not issuer:
        raise SignInFailed("no OpenID provider is configured (CUSTOMERVIEW_ISSUER)")
    return _providers.setdefault(issuer, Provider(issuer))


def base() -> str:
    """Our own address, as the provider knows it."""
    return os.environ.get("CUSTOMERVIEW_BASE_URL") or f"http://localhost:{os.environ.get('PORT', '8000')}"


def came_back_to() -> str:
    return f"{base()}/sign-in/back"


def _thumb(text: str, *, whole: bool = False) -> str:
    """SHA-256 as PKCE wants it, or the half of it that at_hash is."""
    digest = hashlib.sha256(text.encode()).digest()
    return urlsafe_b64encode(digest if whole else digest[:16]).rstrip(b"=").decode()


def _name(said: dict[str, Any]) -> tuple[str, str]:
    parts = said["nameParts"]
    given = " ".join(p["value"] for p in parts if p["type"] == "GivenName")
    return given, " ".join(p["value"] for p in parts if p["type"] == "FamilyName")
