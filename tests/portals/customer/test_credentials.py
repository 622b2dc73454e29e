"""Rhian gets her proof as a digital credential, in her browser, and cancels it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from customerview.instructions.proofs.facts import ProofIssued
from tests.portals.customer.conftest import AGENT

pytestmark = pytest.mark.journey


def test_she_downloads_one_of_each_kind_and_cancels_them(as_rhian, town, axe):
    done = town.do("issue_proof", town.rhian, AGENT, awards=("PIP-1",), purpose="landlord")
    (proof,) = [f for f in done.facts if isinstance(f.fact, ProofIssued)]
    as_rhian.goto(f"/account/proofs/{proof.number}")
    as_rhian.get_by_role("link", name="Get it as a digital credential").click()
    assert axe(as_rhian) == []
    for kind, ending in (("SD-JWT VC", ".sd-jwt"), ("W3C Verifiable Credential", ".jwt")):
        with as_rhian.expect_download() as download:
            as_rhian.get_by_role("button", name=kind).click()
        assert download.value.suggested_filename == f"proof-{proof.fact.reference}{ending}"
        assert download.value.path().read_text().startswith("eyJ")
    as_rhian.reload()
    expect(as_rhian.locator("main")).to_contain_text("until the end of")
    as_rhian.set_viewport_size({"width": 320, "height": 640})
    assert as_rhian.evaluate("document.documentElement.scrollWidth") <= 320
    as_rhian.get_by_role("button", name="Cancel the credentials").click()
    expect(as_rhian.get_by_text("None.")).to_be_visible()
    as_rhian.get_by_role("button", name="Cymraeg").click()
    expect(as_rhian.get_by_role("heading", level=1)).to_contain_text("Cymhwyster digidol")
    assert axe(as_rhian) == []
    as_rhian.goto("/account/history")
    expect(as_rhian.locator("main")).to_contain_text("rydych wedi ei ganslo")


def test_what_verifiers_fetch_is_published(page):
    from datetime import datetime

    from customerview.kernel import LONDON

    got = {
        path: page.request.get(path)
        for path in ("/.well-known/jwt-vc-issuer", "/.well-known/did.json", "/.well-known/vct/proof-of-benefit", "/.well-known/seal-authority.pem",
                     f"/check/status/{datetime.now(LONDON):%Y-%m}")
    }  # fmt: skip
    assert all(answer.status == 200 and answer.headers["access-control-allow-origin"] == "*" for answer in got.values())
    *_, listed = got.values()
    assert listed.headers["content-type"] == "application/statuslist+jwt"
    assert got["/.well-known/jwt-vc-issuer"].json()["jwks"]["keys"]
    assert '"d"' not in got["/.well-known/did.json"].text()
    assert page.request.get("/check/status/1999-01").status == 404
