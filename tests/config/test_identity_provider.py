"""The local OpenID provider keeps to the protocol that real ones keep to: a client that is lax with it would fail here."""

import hashlib
import re
import time
from base64 import urlsafe_b64encode
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from customerview.config.keys import COLLEAGUES, CUSTOMERS, sign_in_key

CORE_IDENTITY = "https://vocab.account.gov.uk/v1/coreIdentityJWT"


@pytest.fixture
def provider(identity_provider):
    """Its published addresses, and a browser of sorts."""
    with httpx.Client(base_url=identity_provider.issuer, follow_redirects=False, trust_env=False) as http:
        yield Provider(http, identity_provider)


class Provider:
    def __init__(self, http: httpx.Client, running) -> None:
        self.http, self.running = http, running
        self.known = http.get("/.well-known/openid-configuration").json()
        self.verifier, self.nonce = token_urlsafe(48), token_urlsafe(16)

    def begin(self, client_id, **changes):
        challenge = urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {
            "client_id": client_id, "response_type": "code", "scope": "openid email", "state": "here", "nonce": self.nonce,
            "redirect_uri": f"http://localhost:{self.running.web_port}/sign-in/back",
            "code_challenge": challenge, "code_challenge_method": "S256",
        } | changes  # fmt: skip
        return self.http.get(self.known["authorization_endpoint"], params={k: v for k, v in asked.items() if v is not None})

    def choose(self, begun, sub):
        answer = self.http.post(begun.headers["location"], data={"sub": sub})
        while answer.is_redirect and "/sign-in/back" not in answer.headers["location"]:
            answer = self.http.get(answer.headers["location"])
        return parse_qs(urlsplit(answer.headers["location"]).query)

    def exchange(self, client_id, code, key=None, **changes):
        now = int(time.time())
        own = key or sign_in_key()
        claims = {
            "iss": client_id,
            "sub": client_id,
            "aud": self.known["issuer"],
            "iat": now,
            "exp": now + 60,
            "jti": token_urlsafe(16),
        }
        sent = {
            "grant_type": "authorization_code", "code": code, "code_verifier": self.verifier,
            "redirect_uri": f"http://localhost:{self.running.web_port}/sign-in/back", "client_id": client_id,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": jwt.encode({"alg": "ES256", "kid": own.kid}, claims, own),
        } | changes  # fmt: skip
        return self.http.post(self.known["token_endpoint"], data=sent)

    def read(self, token):
        return jwt.decode(token, KeySet.import_key_set(self.http.get(self.known["jwks_uri"]).json()), algorithms=["ES256"]).claims


def test_a_customer_signs_in_and_is_who_they_were_proved_to_be(provider):
    begun = provider.begin(CUSTOMERS)
    assert "Rhian Morgan" in provider.http.get(begun.headers["location"]).text
    back = provider.choose(begun, "urn:fdc:gov.uk:2022:test-customer")
    tokens = provider.exchange(CUSTOMERS, back["code"][0]).json()
    said = provider.read(tokens["id_token"])
    assert (said["sub"], said["aud"], said["nonce"], said["vot"]) == (
        "urn:fdc:gov.uk:2022:test-customer", CUSTOMERS, provider.nonce, "P2.Cl.Cm",
    )  # fmt: skip
    more = provider.http.get(provider.known["userinfo_endpoint"], headers={"Authorization": f"Bearer {tokens['access_token']}"}).json()
    proved = provider.read(more[CORE_IDENTITY])["vc"]["credentialSubject"]
    assert more["email"] == "rhian@example.com"
    assert proved["birthDate"] == [{"value": "1961-03-04"}]
    assert [part["value"] for part in proved["name"][0]["nameParts"]] == ["Rhian", "Morgan"]


def test_a_colleague_signs_in_with_how_they_proved_it_and_their_number(provider):
    back = provider.choose(provider.begin(COLLEAGUES), "test-colleague")
    said = provider.read(provider.exchange(COLLEAGUES, back["code"][0]).json()["id_token"])
    assert said["amr"] == ["pwd", "otp"]
    assert said["employee_number"] == "10000001"
    assert "vot" not in said


def test_a_colleague_cannot_come_in_by_the_customers_door(provider):
    begun = provider.begin(CUSTOMERS)
    assert "Sam Patel" not in provider.http.get(begun.headers["location"]).text
    assert provider.choose(begun, "test-colleague")["error"] == ["access_denied"]


def test_without_pkce_nobody_is_asked_to_sign_in(provider):
    begun = provider.begin(CUSTOMERS, code_challenge=None, code_challenge_method=None)
    assert "error=invalid_request" in begun.headers["location"]


def test_another_address_to_come_back_to_is_refused(provider):
    assert provider.begin(CUSTOMERS, redirect_uri="http://localhost:1/elsewhere").status_code == 400


@pytest.mark.parametrize("change", [{"code_verifier": "another" * 8}, {"client_assertion": "no.such.thing"}])
def test_a_code_is_worth_nothing_without_the_verifier_and_the_key(provider, change):
    back = provider.choose(provider.begin(CUSTOMERS), "urn:fdc:gov.uk:2022:test-customer")
    assert provider.exchange(CUSTOMERS, back["code"][0], **change).status_code in (400, 401)


def test_one_can_be_somebody_else_the_next_time(provider):
    provider.choose(provider.begin(CUSTOMERS), "urn:fdc:gov.uk:2022:test-customer")
    again = provider.begin(CUSTOMERS)
    assert re.match(r".*/who/", again.headers["location"])
    back = provider.choose(again, "urn:fdc:gov.uk:2022:test-appointee")
    said = provider.read(provider.exchange(CUSTOMERS, back["code"][0]).json()["id_token"])
    assert said["sub"] == "urn:fdc:gov.uk:2022:test-appointee"
