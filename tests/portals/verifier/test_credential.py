"""A landlord was given a credential as a file, and checks it on the page."""

from __future__ import annotations

import pytest
from joserfc.jwk import ECKey
from playwright.sync_api import expect

from customerview.proofs import credential
from tests.proofs.test_credentials import NOW, made
from tests.proofs.test_proof import ISSUED

pytestmark = pytest.mark.journey


def test_a_file_and_a_text_are_answered_and_a_wallets_is_not(page, service, axe, tmp_path, monkeypatch):
    monkeypatch.setenv("CUSTOMERVIEW_BASE_URL", service.url)
    page.goto("/check/")
    page.get_by_role("link", name="check the file").click()
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the file")
    assert axe(page) == []
    (tmp_path / "proof.sd-jwt").write_text(credential(ISSUED, made("sd_jwt"), NOW))
    page.get_by_label("The file").set_input_files(tmp_path / "proof.sd-jwt")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We issued this, and it still holds")
    for shown in (
        "Siân Tŷ Morgan",
        "Personal Independence Payment, £579.60 every 4 weeks",
        "Blue Badge",
        "from 4 March 2022",
        "It does not prove who gave it to you",
    ):
        expect(page.locator("main")).to_contain_text(shown)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []
    page.goto("/check/credential/")
    page.get_by_role("button", name="Cymraeg").click()
    bound = credential(ISSUED, made("wallet"), NOW, ECKey.generate_key("P-256").as_dict(private=False))
    for text, says in ((bound, "dim ond yr ap hwnnw all ei ddangos"), ("nonsense", "Nid ni a’i cyhoeddodd")):
        page.goto("/check/credential/")
        page.get_by_label("Neu’r testun sydd ynddi").fill(text)
        page.get_by_role("button", name="Gwirio").click()
        expect(page.locator("main")).to_contain_text(says)
    assert axe(page) == []
