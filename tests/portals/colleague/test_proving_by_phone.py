"""A colleague gets a proof for a customer on the phone: one page, few steps, and it is kept who did it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from customerview.instructions.proofs.facts import ProofIssued

from .conftest import Town
from .test_in_a_browser import open_with_a_reason, sign_in

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def people(database):
    town = Town(database)
    return town, town.rhian()


def test_one_page_and_four_choices(people, service, page, axe):
    town, rhian = people
    sign_in(page, town, service)
    open_with_a_reason(page, rhian)
    page.goto(f"/staff/customers/{rhian}/do/issue_proof")
    assert axe(page) == []
    page.get_by_label("Employment and Support Allowance").first.check()
    page.get_by_label("Council tax reduction").check()
    page.get_by_label("A share code").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Only the customer can make a share code")  # said kindly, and nothing lost
    expect(page.get_by_label("Council tax reduction")).to_be_checked()
    page.get_by_label("By post").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("body")).to_contain_text("Done: prove you get a benefit")
    with town.database.connect("worker") as db:
        (by,) = db.execute("SELECT actor FROM fact WHERE stream = %s AND kind = %s", (rhian, ProofIssued.kind.code)).fetchone()
    assert by.startswith("colleague:")
