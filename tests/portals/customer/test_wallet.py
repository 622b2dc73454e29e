"""Rhian puts her proof into a wallet app: a wallet of software that is not ours scans her page, takes the proof, and shows it."""

from __future__ import annotations

import io
import json
import re
import subprocess

import httpx
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.instructions.proofs.facts import ProofIssued
from customerview.proofs import presented
from tests.portals.customer.conftest import AGENT

pytestmark = pytest.mark.journey
WALLET = SOURCE / "tests" / "proofs" / "wallet.mjs"


def wallet(link: str, number: str, **more) -> dict:
    asked = json.dumps({"link": link, "number": number, **more})
    done = subprocess.run([node.binary(), WALLET, asked], cwd=SOURCE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def proof(town):
    done = town.do("issue_proof", town.rhian, AGENT, awards=("PIP-1",), purpose="landlord")
    (found,) = [f for f in done.facts if isinstance(f.fact, ProofIssued)]
    return found


def offered(page, proof) -> tuple[str, str, str]:
    """What her page shows: the text of the square code, the link for the same device, and the number."""
    page.goto(f"/account/proofs/{proof.number}/credential")
    page.get_by_role("button", name="Put it into a wallet app").click()
    page.set_viewport_size({"width": 1280, "height": 1200})
    picture = Image.open(io.BytesIO(page.get_by_alt_text("A square code").screenshot()))
    (scanned,) = zxingcpp.read_barcodes(picture)
    number = re.search(r"\b\d{3} \d{3}\b", page.locator("main").inner_text()).group()
    return scanned.text, page.get_by_role("link", name="Open my wallet app").get_attribute("href"), number.replace(" ", "")


def test_a_wallet_scans_her_page_takes_the_proof_and_shows_only_what_she_chooses(as_rhian, town, proof, axe, service, monkeypatch):
    scanned, link, number = offered(as_rhian, proof)
    assert axe(as_rhian) == []
    assert "Rhian" not in scanned + link
    assert scanned.startswith("openid-credential-offer://?credential_offer_uri=")
    assert len(scanned) < 160 < len(link)
    said = wallet(scanned, number, show={"benefits": True}, aud="https://council.example", challenge="n-7731")
    assert said.get("refused") is None, said
    assert said["version"] == "V1"
    assert said["offer"]["credential_configuration_ids"] == ["proof_of_benefit"]
    assert said["offer"]["grants"]["urn:ietf:params:oauth:grant-type:pre-authorized_code"]["tx_code"]["length"] == 6
    assert said["expires_in"] == 300
    assert said["claims"]["name"] == "Rhian Morgan"
    assert said["bound"]
    assert said["seen"]["aud"] == "https://council.example"
    assert said["seen"]["payload"]["benefits"][0]["code"] == "PIP"
    assert "name" not in said["seen"]["payload"]
    assert (said["stolenSeen"], said["replayedSeen"]) == (False, False)

    # Our own checking: for the council that asked, with its own question.
    monkeypatch.setenv("CUSTOMERVIEW_BASE_URL", service.url)
    asked = {"audience": "https://council.example", "nonce": "n-7731"}
    found = presented(said["shown"], **asked)
    assert (found.answer, found.holder, list(found.shown)) == ("current", "proved", ["benefits"])
    assert [presented(said[how], **asked).why for how in ("stolen", "unbound")] == ["not_by_its_wallet"] * 2
    assert presented(said["shown"], **asked | {"nonce": "another"}).why == "not_by_its_wallet"
    assert presented(said["shown"], **asked | {"audience": "https://elsewhere.example"}).why == "not_by_its_wallet"

    as_rhian.get_by_role("link", name="See whether a wallet has taken it").click()
    expect(as_rhian.locator("main")).to_contain_text("in a wallet app, until the end of")
    expect(as_rhian.locator("main")).to_contain_text(
        f"2026: A wallet app took your proof {proof.fact.reference}".replace("2026", f"{proof.at:%Y}")
    )
    as_rhian.goto("/account/history")
    expect(as_rhian.locator("main")).to_contain_text(f"A wallet app took your proof {proof.fact.reference}")

    # The same offer again, by the same link and by the other; the used token; the nonce that was used.
    assert wallet(link, number)["refused"] == "invalid_grant"
    assert "404" in wallet(scanned, number)["refused"]
    assert town.facts(town.rhian, "WalletTookProof") == 1
    as_rhian.goto(f"/account/proofs/{proof.number}/credential")
    as_rhian.get_by_role("button", name="Cancel the credentials").click()
    assert presented(said["shown"], **asked).answer == "no_longer_current"
    _, again, number = offered(as_rhian, proof)
    assert wallet(again, number, nonce=said["nonce"])["refused"] == "invalid_nonce"


def test_her_pages_read_well_in_both_languages(as_rhian, proof, looked_at):
    as_rhian.goto(f"/account/proofs/{proof.number}/credential")
    looked_at(as_rhian, "credential")
    as_rhian.get_by_role("button", name="Put it into a wallet app").click()
    as_rhian.set_viewport_size({"width": 320, "height": 800})
    assert as_rhian.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("failing", "says"),
    [
        ({"failing": "another key"}, "invalid_proof"),
        ({"failing": "another audience"}, "invalid_proof"),
        ({"failing": "untyped"}, "invalid_proof"),
        ({"nonce": "AAAAAAAAAAAA"}, "invalid_nonce"),
        ({"nonce": "AGdEu_sAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}, "invalid_nonce"),
    ],
)
def test_a_wallet_that_does_not_prove_its_key_gets_nothing(as_rhian, town, proof, failing, says):
    before = town.facts(town.rhian, "WalletTookProof")
    _, link, number = offered(as_rhian, proof)
    assert wallet(link, number, **failing)["refused"] == says
    assert town.facts(town.rhian, "WalletTookProof") == before


def test_a_token_takes_one_credential(as_rhian, proof):
    _, link, number = offered(as_rhian, proof)
    assert "401" in (said := wallet(link, number, failing="twice"))["refused"] or said["refused"] == "invalid_token"


def test_three_wrong_numbers_end_the_offer_and_she_is_told(as_rhian, town, proof):
    _, link, number = offered(as_rhian, proof)
    wrong = f"{(int(number) + 1) % 10**6:06}"
    assert [wallet(link, wrong)["refused"] for _ in range(3)] == ["invalid_grant"] * 3
    assert wallet(link, number)["refused"] == "invalid_grant"
    as_rhian.goto("/account/history")
    expect(as_rhian.locator("main")).to_contain_text("somebody gave the wrong number too often")


def test_a_new_offer_and_cancelling_end_the_one_before(as_rhian, proof):
    _, first, number = offered(as_rhian, proof)
    _, second, other = offered(as_rhian, proof)
    assert wallet(first, number)["refused"] == "invalid_grant"
    as_rhian.goto(f"/account/proofs/{proof.number}/credential")
    as_rhian.get_by_role("button", name="Cancel the credentials").click()
    assert wallet(second, other)["refused"] == "invalid_grant"


def test_whoever_asks_wrongly_is_told_so_in_the_protocols_words(service):
    at = service.url
    grant = {"grant_type": "urn:ietf:params:oauth:grant-type:pre-authorized_code"}
    assert httpx.post(f"{at}/oauth/token", data=grant).json()["error"] == "invalid_request"
    said = httpx.post(f"{at}/oauth/token", data=grant | {"pre-authorized_code": "guess", "tx_code": "000000"})
    assert (said.status_code, said.json()["error"], said.headers["cache-control"]) == (400, "invalid_grant", "no-store")
    assert httpx.get(f"{at}/wallet/offers/guess").status_code == 404
    said = httpx.post(f"{at}/wallet/nonce")
    assert said.headers["cache-control"] == "no-store"
    assert said.json()["c_nonce"] != httpx.post(f"{at}/wallet/nonce").json()["c_nonce"]
    for headers in ({}, {"Authorization": "Bearer " + "A" * 43}):
        said = httpx.post(f"{at}/wallet/credential", json={}, headers=headers)
        assert (said.status_code, said.json()["error"]) == (401, "invalid_token")
        assert said.headers["www-authenticate"].startswith("Bearer")
    server = httpx.get(f"{at}/.well-known/oauth-authorization-server").json()
    assert server["pre-authorized_grant_anonymous_access_supported"] is True
