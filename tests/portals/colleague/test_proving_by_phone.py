"""A colleague gets a proof for a customer on the phone: one page, few steps, and it is kept who did it."""

from __future__ import annotations

import os
import re
import time
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


STEP = 4.0
"""Seconds in which somebody who knows the page reads, decides, points and presses, generously: a keystroke-level model gives under 3."""


def test_a_proof_for_whoever_waits_on_the_phone_takes_less_than_a_minute(people, service, page, axe):
    """Seven steps, counted; what the machine takes of the minute is measured."""
    town, rhian = people
    sign_in(page, town, service)
    open_with_a_reason(page, rhian)
    steps, began = [], time.monotonic()

    def step(do):
        do()
        steps.append(do)

    step(page.get_by_role("link", name="Everything you can do").first.click)
    step(page.get_by_role("link", name="Prove you get a benefit").click)
    assert page.locator("fieldset").count() == 3  # which benefits, what for, how; what it shows, form and language are a link away
    step(page.get_by_label("Employment and Support Allowance").first.check)
    step(page.get_by_label("Council tax reduction").check)
    step(page.get_by_label("By post").check)
    step(page.get_by_role("button", name="Continue").click)
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("Done: prove you get a benefit. Its reference is P")
    expect(banner).to_contain_text("It should reach you between")  # read out to whoever waits
    steps.append("read it out")
    took = time.monotonic() - began
    assert len(steps) == 7 and took + len(steps) * STEP < 60, took
    with town.database.connect("worker") as db:
        (by,) = db.execute("SELECT actor FROM fact WHERE stream = %s AND kind = %s", (rhian, ProofIssued.kind.code)).fetchone()
    assert by.startswith("colleague:")  # and so it is counted: tests/performance says as what


def test_more_can_be_chosen_and_what_is_the_customers_own_is_refused_kindly(people, service, page, axe):
    town, rhian = people
    sign_in(page, town, service)
    open_with_a_reason(page, rhian)
    page.goto(f"/staff/customers/{rhian}/do/issue_proof")
    assert axe(page) == []
    page.get_by_role("link", name="More choices").click()
    assert axe(page) == []
    page.get_by_label("Employment and Support Allowance").first.check()
    page.get_by_label("Council tax reduction").check()
    page.get_by_label("A share code").check()
    page.get_by_label("Audio").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Only the customer can have it this way")  # and nothing is lost
    expect(page.get_by_label("Council tax reduction")).to_be_checked()
    page.get_by_label("On screen").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("body")).to_contain_text("Done: prove you get a benefit")


@pytest.mark.parametrize("width", [1280, 320])
def test_how_it_goes_is_shown_in_bars_that_are_tables_and_as_a_csv(people, service, page, axe, width):
    town, _ = people
    with town.database.using("worker"):
        tell(
            Told("eligible", channel="online"),
            Told("reached", step="purpose", channel="online"),
            Told("done", channel="online", detail="screen"),
        )
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
