"""A colleague gets a proof for a customer on the phone: one page, few steps, and it is kept who did it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from customerview.instructions.proofs.facts import ProofIssued
from customerview.performance import Told, tell

from .conftest import Town
from .test_in_a_browser import open_with_a_reason, sideways, sign_in, small_text

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


@pytest.mark.parametrize("width", [1280, 320])
def test_how_it_goes_is_shown_in_bars_that_are_tables_and_as_a_csv(people, service, page, axe, width):
    town, _ = people
    with town.database.using("worker"):
        tell(Told("eligible", channel="online"), Told("reached", step="purpose", channel="online"), Told("done", channel="online", detail="screen"))
    sign_in(page, town, service)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/staff/performance")
    expect(page.get_by_role("table", name="How far people come")).to_be_visible()
    expect(page.get_by_role("row", name="What it is for")).to_contain_text(re.compile(r"[1-9]"))
    assert axe(page) == [] and sideways(page) == [] and small_text(page) == []
    if folder := os.environ.get("CUSTOMERVIEW_PICTURES"):
        page.screenshot(path=Path(folder) / f"12-staff-{width}.png", full_page=True)
    answer = page.request.get("/staff/performance.csv")
    assert answer.text().splitlines()[0] == "day,event,step,benefit,channel,detail,times"
    assert "reached,purpose,,online,," in answer.text()
