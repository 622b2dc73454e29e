"""Rhian makes a share code; the council checks it, sees what was shared and no more; she sees that they did, and cancels it."""

from __future__ import annotations

import re
from datetime import date

import psycopg
import pytest
from playwright.sync_api import expect

from customerview.identity import audience_of
from customerview.instructions.proofs.facts import ProofIssued
from tests.identity.test_audiences import ALL
from tests.portals.customer.conftest import AGENT, Town, line, sign_in

pytestmark = pytest.mark.journey
SORRY = "It does not mean the proof is false: ask for a new code or a letter."


@pytest.fixture(scope="module")
def town(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


@pytest.fixture
def code(page, town, service) -> str:
    """A new proof for the council, and a code for it."""
    issued = town.do("issue_proof", town.rhian, AGENT, awards=("PIP-1",), purpose="council_tax")
    (town.proof,) = [f.number for f in issued.facts if isinstance(f.fact, ProofIssued)]
    with town.database.connect("migrator", autocommit=True) as db:
        db.execute("DELETE FROM share_code_try")
    sign_in(page, "Rhian Morgan")
    page.goto(f"/account/proofs/{town.proof}")
    page.get_by_role("button", name="Make a share code").click()
    return page.locator(".govuk-panel__body strong").inner_text()


def ask(page, code: str, born: str = "4 3 1961", organisation: str = "Anytown Council") -> None:
    page.goto("/check/")
    day, month, year = born.split()
    for label, text in (("Share code", code), ("Day", day), ("Month", month), ("Year", year), ("Your organisation", organisation),
                        ("Why do you need to check?", "Council tax")):  # fmt: skip
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Check", exact=True).click()


def test_a_council_checks_and_she_sees_it_and_cancels(page, town, code, axe):
    assert re.fullmatch(r"([2-9A-HJ-NP-Z]{3} ){2}[2-9A-HJ-NP-Z]{3}", code)
    assert axe(page) == []
    ask(page, code.lower())
    expect(page.get_by_role("heading", level=1)).to_contain_text("This proof is still current")
    for shown in (
        "Rhian Morgan",
        "Personal Independence Payment",
        "£579.60",
        "1 High Street",
        "Age of this proof in days: 0",
        "Correct at",
    ):
        expect(page.locator("main")).to_contain_text(shown)
    for hidden in ("QQ123456C", "456C", "Employment and Support", "900 456"):
        expect(page.locator("main")).not_to_contain_text(hidden)
    assert "?" not in page.url
    assert axe(page) == []

    page.goto(f"/account/proofs/{town.proof}")
    expect(page.locator("main")).to_contain_text("Anytown Council")
    assert axe(page) == []
    page.get_by_role("button", name="Cancel the share codes of this proof").click()
    ask(page, code)
    expect(page.locator("main")).to_contain_text(SORRY)
    expect(page.locator("main")).not_to_contain_text("Rhian")


def test_a_wrong_code_and_a_wrong_birthday_are_answered_alike_and_then_locked(page, town, code):
    ask(page, "2222 22222")
    alike = page.locator("main").inner_html()
    assert SORRY in alike
    for _ in range(5):
        ask(page, code, "5 3 1961")
        assert page.locator("main").inner_html() == alike
    ask(page, code)
    expect(page.get_by_role("heading", level=1)).to_have_text("There were too many tries")


def test_an_address_marked_unsafe_since_is_not_shown_and_an_ended_award_is_no_longer_current(page, town, code):
    town.do("say_whether_safe", town.rhian, AGENT, what="home", safe=False)
    ask(page, code)
    expect(page.get_by_role("heading", level=1)).to_contain_text("still current")
    expect(page.locator("main")).not_to_contain_text("1 High Street")
    town.do("report_award", town.rhian, line("PIP"), award="PIP-1", benefit="PIP", amount=60000, frequency="four_weeks",
            starts=date(2024, 5, 2))  # fmt: skip
    ask(page, code)
    expect(page.get_by_role("heading", level=1)).to_have_text("This proof is no longer current")
    expect(page.locator("main")).not_to_contain_text("£")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_serves_everybody(page, service, axe, width, language):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/check/")
    if language == "cy":
        page.get_by_role("button", name="Cymraeg").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Gwirio prawf o fudd-dal")
    page.locator("main form button").click()
    expect(page.locator(".govuk-error-summary li")).to_have_count(4)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_web_cannot_read_the_codes_nor_make_one_for_a_record_out_of_reach(town):
    with town.database.connect("web") as db:
        for asked in ("SELECT * FROM share_code", "SELECT * FROM share_code_try", "DELETE FROM share_code"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(asked)
            db.rollback()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("INSERT INTO share_code VALUES ('x', %s, now())", (town.rhian,))


def test_checking_is_for_anybody():
    assert audience_of(ALL["check/"].callback) == ("public",)
