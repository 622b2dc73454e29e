"""Rhian sends her proof straight to the council; Pat there opens it, and she sees that; taken back, it is shared no more. In a browser."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from customerview.identity.customers import customer
from customerview.proofs import digest_of, new_code
from tests.portals.customer.conftest import Town as People
from tests.portals.customer.conftest import sign_in

from .test_organisation import Town

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def rhian(database, identity_provider):
    return People(database, identity_provider.issuer)


@pytest.fixture(scope="module")
def council(database) -> Town:
    town = Town(database, does=("check", "receive"), postcode="QA1 1AA")
    town.verify()
    return town


@pytest.fixture
def sound(axe, service):
    """No fault and nothing off the side, in both languages, wide and narrow; pictures where they are asked for."""
    folder = os.environ.get("CUSTOMERVIEW_PICTURES")

    def look(page, name: str, *, again: bool = True) -> None:
        for lang in ("cy", "en") if again else ("en",):
            if again:
                page.context.add_cookies([{"name": "cv_lang", "value": lang, "url": service.url}])
                page.reload()
                assert page.locator("html").get_attribute("lang") == lang
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert axe(page) == [], name
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, lang)
                if folder:
                    page.screenshot(path=Path(folder) / f"org-{name}-{lang}-{width}.png", full_page=True)

    return look


def main(page):
    return page.locator("main")


def signed_in(browser, service, name: str):
    page = browser.new_context(base_url=service.url).new_page()
    page.goto("/organisations/desk/")
    page.get_by_role("button", name=name).click()
    main(page).get_by_role("radio").first.check()
    main(page).get_by_role("button", name="Continue").click()
    return page


def test_sent_opened_dealt_with_and_taken_back(rhian, council, page, service, browser, sound):
    by = customer(rhian.rhian)
    number = rhian.do("issue_proof", rhian.rhian, by, awards=("PIP-1",), purpose="council_tax").facts[0].number
    sign_in(page, "Rhian Morgan")
    page.goto(f"/account/proofs/{number}")
    sound(page, "proof")
    page.get_by_role("link", name="Send it to an organisation that has signed up").click()
    sound(page, "find")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a name or a postcode")
    page.get_by_label("Its name").fill("Nowhere")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(main(page)).to_contain_text("We found none")
    expect(page.get_by_role("link", name="have a share code or a letter instead")).to_be_visible()
    page.get_by_label("Its name").fill("anyt")
    page.get_by_label("Postcode").fill("QA2 2AA")
    page.get_by_role("button", name="Search", exact=True).click()
    main(page).get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Select an organisation")
    sound(page, "find-wrong", again=False)
    page.get_by_label("Anytown Council").check()
    main(page).get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Check before you send it")).to_be_visible()
    expect(main(page)).to_contain_text("Anytown Council")
    sound(page, "check", again=False)
    page.get_by_role("button", name="Send it").click()
    expect(main(page)).to_contain_text("They have not opened it yet")

    pat = signed_in(browser, service, "Pat Example")
    expect(pat.get_by_role("link", name="Inbox (1 new)")).to_be_visible()
    pat.get_by_role("link", name="Inbox (1 new)").click()
    sound(pat, "inbox")
    pat.get_by_text("Find one by reference").click()
    pat.get_by_role("button", name="Search the inbox").click()
    expect(pat.get_by_role("alert")).to_contain_text("Enter a reference, a name or a date of birth")
    pat.get_by_label("Name", exact=True).fill("morgan")
    pat.get_by_role("button", name="Search the inbox").click()
    expect(main(pat)).to_contain_text("Found: 1")
    assert "organ" not in pat.url.removeprefix(service.url).replace("/organisations/", "")
    sound(pat, "found", again=False)
    main(pat).get_by_role("link", name="Rhian Morgan").click()
    sound(pat, "sent")
    pat.get_by_role("button", name="Open the proof").click()
    expect(pat.get_by_role("heading", level=1)).to_have_text("✓ This proof is still current")
    expect(main(pat)).to_contain_text("Personal Independence Payment")
    expect(main(pat)).not_to_contain_text(re.compile(r"QQ( ?\d\d){3}"))  # the least data: no National Insurance number
    sound(pat, "opened", again=False)
    with pat.expect_download() as download:
        pat.get_by_role("button", name="Download as a sealed PDF").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    pat.get_by_label("Who looks after it?").select_option("Pat Example")
    pat.get_by_role("button", name="Save").click()
    pat.get_by_role("button", name="Mark as dealt with").click()
    expect(main(pat)).to_contain_text("Dealt with")
    pat.goto("/organisations/desk/inbox?mine")
    expect(main(pat)).to_contain_text("Looked after by Pat Example")

    page.reload()
    for told in ("They have opened it", "Anytown Council opened your proof", "Anytown Council has dealt with your proof"):
        expect(main(page)).to_contain_text(told)
    sound(page, "proof-sent")
    page.get_by_role("button", name="Stop sharing").click()
    expect(main(page)).to_contain_text("You stopped sharing your proof")
    pat.goto("/organisations/desk/inbox")
    expect(main(pat)).to_contain_text("No longer shared")
    expect(main(pat)).not_to_contain_text("Rhian")
    main(pat).get_by_role("link", name="No longer shared,").click()
    expect(pat.get_by_role("button", name="Open the proof")).to_have_count(0)
    sound(pat, "not-shared")
    pat.context.close()


def test_asked_for_and_sent_in_one_go(rhian, council, page, service, sound):
    sign_in(page, "Rhian Morgan")
    page.goto("/account/change/issue_proof")
    page.get_by_label("Personal Independence Payment").check()
    main(page).get_by_role("button", name="Continue").click()
    page.get_by_label("Council tax reduction", exact=True).check()
    main(page).get_by_role("button", name="Continue").click()
    main(page).get_by_role("button", name="Continue").click()
    page.get_by_label("Sent straight to an organisation").check()
    main(page).get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which organisation should have it?")
    sound(page, "step")
    page.get_by_label("What kind of organisation").select_option("Council")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_label("Anytown Council").check()
    main(page).get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    expect(main(page)).to_contain_text("Which organisation should have it?")
    expect(main(page)).to_contain_text("It goes straight into their inbox")
    sound(page, "step-check")
    page.get_by_role("link", name="Which organisation should have it?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which organisation should have it?")
    page.go_back()
    page.get_by_role("button", name="Get the proof").click()
    expect(main(page)).to_contain_text("It is in the inbox of Anytown Council")
    sound(page, "step-ready")


def test_a_check_by_its_staff_says_its_verified_name(rhian, council, service, browser, page, sound):
    by, code = customer(rhian.rhian), new_code()
    issued = rhian.do("issue_proof", rhian.rhian, by, awards=("PIP-1",), purpose="council_tax").facts[0]
    rhian.do("make_share_code", rhian.rhian, by, proof=issued.fact.reference, digest=digest_of(code, date(1961, 3, 4)))
    pat = browser.new_context(base_url=service.url).new_page()
    pat.goto("/organisations/desk/")
    pat.get_by_role("button", name="Pat Example").click()
    if pat.get_by_role("radio").count():
        pat.get_by_role("radio").first.check()
        main(pat).get_by_role("button", name="Continue").click()
    pat.get_by_role("link", name="Check a proof with a share code").click()
    expect(main(pat)).to_contain_text("You check for Anytown Council, which we have verified")
    expect(pat.get_by_label("Your organisation")).to_have_count(0)
    sound(pat, "check-verified")
    for box, text in (("code", code), ("day", "4"), ("month", "3"), ("year", "1961"), ("purpose", "Council tax")):
        pat.locator(f"[name={box}]").fill(text)
    main(pat).get_by_role("button", name="Check").click()
    expect(main(pat)).to_contain_text("Organisation, which we have verified")
    sign_in(page, "Rhian Morgan")
    page.goto(f"/account/proofs/{issued.number}")
    expect(main(page)).to_contain_text("Anytown Council, which we have verified, checked your proof")
    pat.context.close()
