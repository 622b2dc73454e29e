"""Nothing a provider says is believed unsigned, for somebody else, too late, or for another sign-in."""

from __future__ import annotations

import time
from datetime import date

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey

from customerview.config.keys import COLLEAGUES, CUSTOMERS
from customerview.identity.provider import CORE_IDENTITY, Provider, SignInFailed

ISSUER = "https://provider.example"
CORE = {
    "iss": ISSUER, "sub": "somebody", "aud": CUSTOMERS, "vot": "P2",
    "vc": {"credentialSubject": {
        "name": [
            {"validUntil": "2010-01-01", "nameParts": [{"type": "GivenName", "value": "Rhian"}, {"type": "FamilyName", "value": "Evans"}]},
            {"nameParts": [{"type": "GivenName", "value": "Rhian"}, {"type": "GivenName", "value": "Mair"}, {"type": "FamilyName", "value": "Morgan"}]},
        ],
        "birthDate": [{"value": "1961-03-04"}],
    }},
}  # fmt: skip


class Pretender(Provider):
    """A provider without a network: signs with what it is given, and can be made to lie."""

    def __init__(self, key=None) -> None:
        super().__init__(ISSUER)
        self.key = key or ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
        self.published = self.key
        self.lies: dict = {}
        self.core_lies: dict = {}
        self.userinfo_sub = "somebody"
        self.header: dict = {}
        self.asked: list[tuple[str, str]] = []

    def _fetch(self, method, address, **more):
        self.asked.append((method, address))
        now = int(time.time())
        if address.endswith("openid-configuration"):
            return {"issuer": ISSUER} | {
                name: f"{ISSUER}/{name}" for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
            }
        if address.endswith("jwks_uri"):
            return KeySet([self.published]).as_dict(private=False)
        if address.endswith("token_endpoint"):
            self.exchanged = more["data"]
            claims = {
                "iss": ISSUER,
                "sub": "somebody",
                "aud": self.flow.client,
                "iat": now,
                "exp": now + 60,
                "nonce": self.flow.nonce,
            } | self.lies
            return {"id_token": self.signed(claims), "access_token": "access"}
        assert address.endswith("userinfo_endpoint")
        return {"sub": self.userinfo_sub, CORE_IDENTITY: self.signed(CORE | {"iat": now, "exp": now + 60} | self.core_lies)}

    def signed(self, claims):
        alg = {"EC": "ES256", "RSA": "RS256", "oct": "HS256"}[self.key.key_type]
        return jwt.encode({"alg": alg, "kid": "one", **self.header}, claims, self.key, algorithms=["ES256", "RS256", "HS256"])

    def sign_in(self, client=CUSTOMERS, state=None):
        self.flow, self.address = self.begin(client, "cy")
        return self.finish(self.flow, state or self.flow.state, "code")


def test_who_was_proved_the_name_in_use_first():
    proved = Pretender().sign_in()
    assert proved.names == [("Rhian Mair", "Morgan"), ("Rhian", "Evans")]
    assert proved.births == [date(1961, 3, 4)]


def test_what_we_ask_with():
    provider = Pretender()
    provider.sign_in()
    for part in (
        "code_challenge_method=S256",
        "response_type=code",
        "vtr=",
        "ui_locales=cy",
        f"state={provider.flow.state}",
        f"nonce={provider.flow.nonce}",
    ):
        assert part in provider.address
    assert provider.flow.verifier not in provider.address
    assert provider.exchanged["code_verifier"] == provider.flow.verifier
    assert provider.exchanged["client_assertion"].count(".") == 2


def test_rsa_will_do_too():
    assert Pretender(RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})).sign_in().subject == "somebody"


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://else.example"}, {"aud": "another-client"}, {"nonce": "another"}, {"exp": 1}, {"exp": None}, {"iat": 99_999_999_999},
        {"aud": [CUSTOMERS, "another"]}, {"at_hash": "wrong"}, {"sub": None},
    ],
)  # fmt: skip
def test_a_lie_in_the_id_token_signs_nobody_in(lie):
    provider = Pretender()
    provider.lies = lie
    with pytest.raises(SignInFailed):
        provider.sign_in()


@pytest.mark.parametrize(
    "lie", [{"iss": "https://else.example"}, {"aud": COLLEAGUES}, {"sub": "else"}, {"vot": "P1"}, {"vc": {}}, {"exp": 1}]
)
def test_a_lie_in_the_statement_of_identity_signs_nobody_in(lie):
    provider = Pretender()
    provider.core_lies = lie
    with pytest.raises(SignInFailed):
        provider.sign_in()


def test_user_info_about_somebody_else_signs_nobody_in():
    provider = Pretender()
    provider.userinfo_sub = "else"
    with pytest.raises(SignInFailed):
        provider.sign_in()


def test_another_key_a_shared_secret_and_no_signature_are_refused():
    provider = Pretender()
    provider.published = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
    with pytest.raises(SignInFailed):
        provider.sign_in()
    shared = Pretender(OctKey.generate_key(256, {"kid": "one"}))
    shared.published = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
    with pytest.raises(SignInFailed):
        shared.sign_in()
    bare = Pretender()
    bare.signed = lambda claims: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9."
    with pytest.raises(SignInFailed):
        bare.sign_in()


def test_another_state_is_refused_before_the_code_is_used():
    provider = Pretender()
    with pytest.raises(SignInFailed):
        provider.sign_in(state="guessed")
    assert not hasattr(provider, "exchanged")


def test_a_new_key_of_the_provider_is_fetched_when_it_first_signs():
    provider = Pretender()
    provider.sign_in()
    provider._keys = {address: (when - 60, keys) for address, (when, keys) in provider._keys.items()}
    provider.key = provider.published = ECKey.generate_key("P-256", {"kid": "two", "use": "sig"})
    provider.header = {"kid": "two"}
    assert provider.sign_in().subject == "somebody"


def test_a_colleague_is_not_asked_for_a_statement_of_identity():
    provider = Pretender()
    assert provider.sign_in(COLLEAGUES).names == []
    assert "vtr" not in provider.address
