"""An organisation's system was shown a credential: whether it is ours, still holds, and was shown by its wallet."""

from __future__ import annotations

import json
import time
from hashlib import sha256

import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from customerview.proofs import credential
from customerview.proofs.tokens import base64url
from tests.proofs.test_credentials import NOW, PLACE, made
from tests.proofs.test_proof import ISSUED

ASKED = {"audience": "https://council.example", "nonce": "n-1"}


@pytest.fixture
def ask(desk):
    token = desk.token("checker")

    def asked(text: str, **more) -> dict:
        answer = desk.post("proofs/credential", token, {"credential": text} | more)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return asked


def shown_by(wallet: ECKey, text: str, **more) -> str:
    """One claim of it, and the wallet's signature over that, our name and our question."""
    issuer, first, *_ = text.split("~")
    presented = f"{issuer}~{first}~"
    claims = {
        "iat": int(time.time()),
        "aud": ASKED["audience"],
        "nonce": ASKED["nonce"],
        "sd_hash": base64url(sha256(presented.encode()).digest()),
    } | more
    return presented + jws.serialize_compact({"alg": "ES256", "typ": "kb+jwt"}, json.dumps(claims), wallet, algorithms=["ES256"])


def test_a_file_is_read_and_what_it_cannot_say_is_said(ask):
    for kind in ("sd_jwt", "vc_jwt"):
        told = ask(credential(ISSUED, made(kind), NOW))
        assert (told["answer"], told["holder"]) == ("current", "none")
        assert told["shown"]["benefits"][0]["amount"] == "579.60"


def test_a_wallet_has_to_have_signed_for_this_organisation_and_this_question(ask):
    wallet, thief = ECKey.generate_key("P-256"), ECKey.generate_key("P-256")
    text = credential(ISSUED, made("wallet"), NOW, wallet.as_dict(private=False))
    told = ask(shown_by(wallet, text), **ASKED)
    assert (told["answer"], told["holder"], len(told["shown"])) == ("current", "proved", 1)
    wrong = [
        (shown_by(thief, text), ASKED), (text, ASKED), (shown_by(wallet, text), {}), (shown_by(wallet, text), ASKED | {"nonce": "n-2"}),
        (shown_by(wallet, text, aud="https://elsewhere.example"), ASKED), (shown_by(wallet, text, iat=int(time.time()) - 3600), ASKED),
        (shown_by(wallet, text, sd_hash="A"), ASKED),
    ]  # fmt: skip
    for shown, asked in wrong:
        told = ask(shown, **asked)
        assert (told["answer"], told["holder"], told.get("shown", {})) == ("not_confirmed", "none", {}), shown


def test_what_was_changed_or_is_by_somebody_else_is_not_ours(ask):
    text = credential(ISSUED, made("sd_jwt"), NOW)
    issuer, first, *_ = text.split("~")
    other = base64url(json.dumps(["salt", "name", "Somebody Else"]).encode())
    stranger = jws.serialize_compact(
        {"alg": "ES256", "typ": "dc+sd-jwt", "kid": "x"}, "{}", ECKey.generate_key("P-256"), algorithms=["ES256"]
    )
    for changed in (
        f"{issuer}~{other}~",
        f"{issuer}~{first}~{first}~",
        f"{issuer[:-4]}AAAA~",
        f"{stranger}~",
        "a" * 30,
        "~" * 30,
        issuer,
        f"{issuer}~{first}",
    ):
        assert ask(changed)["answer"] == "not_confirmed", changed


def test_one_that_was_withdrawn_or_has_ended_no_longer_holds(ask, desk):
    with desk.database.connect("worker", autocommit=True) as db:
        db.execute(
            "INSERT INTO credential_status (place, index, stream, expires, withdrawn) VALUES (%s, 77, gen_random_uuid(), '2099-01-01', true)",
            (PLACE,),
        )
    told = ask(credential(ISSUED, made("sd_jwt", index=77), NOW))
    assert (told["answer"], told.get("shown", {})) == ("no_longer_current", {})
    assert ask(credential(ISSUED, made("vc_jwt", expires=NOW.date().replace(year=NOW.year - 1)), NOW))["answer"] == "no_longer_current"


def test_only_an_organisation_that_may_check_is_answered(desk):
    assert desk.post("proofs/credential", desk.token("line_system", line="PIP"), {"credential": "a" * 30}).status_code == 403
