"""Proving for somebody else, and for nobody: who acts for another, who gets only Universal Credit; and how it went, counted with nobody in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from customerview.performance import measured

from .conftest import TODAY, line, sign_in
from .test_proving import BEGIN, ESA, PIP, choose, go_on

pytestmark = pytest.mark.journey


def test_an_appointee_proves_only_what_they_act_for(town, page, service):
    town.act(town.gwen, town.rhian, lines=("PIP",))
    sign_in(page, "Gwen Morgan")
    page.get_by_label("Rhian Morgan").check()
    go_on(page)
    page.goto(BEGIN)
    expect(page.get_by_label(PIP)).to_be_visible()
    expect(page.get_by_label(ESA)).to_have_count(0)
    page.get_by_label(PIP).check()
    go_on(page)
    page.get_by_label("Council tax reduction").check()
    go_on(page)
    go_on(page)
    page.get_by_label("On screen").check()
    go_on(page)
    go_on(page, "Get the proof")
    page.get_by_role("link", name="See the proof").click()
    expect(page.locator("main")).to_contain_text("Rhian Morgan")
    expect(page.locator("main")).not_to_contain_text(ESA)


def test_who_gets_only_universal_credit_is_sent_to_the_right_place(town, page, service):
    town.do("report_award", town.gwen, line("UC"), award="UC-9", benefit="UC", amount=90000, frequency="month", starts=town.years_ago)
    sign_in(page, "Gwen Morgan")
    if "/for-whom" in page.url:
        page.locator("input[type=radio]").first.check()
        go_on(page)
    page.goto("/account/proofs")
    expect(page.get_by_role("link", name="Sign in to your Universal Credit account")).to_be_visible()
    expect(page.get_by_role("button", name="Get a proof")).to_have_count(0)


def counts(town, event: str, **only: str) -> int:
    with town.database.using("worker"):
        return measured(TODAY, TODAY).of(event, **only)


def test_how_it_went_is_counted_and_asked_at_the_end_and_nobody_is_in_it(town, as_rhian, looked_at, service):
    page = as_rhian
    before = {event: counts(town, event) for event in ("eligible", "wrong", "time", "satisfaction")}
    page.goto(BEGIN)
    go_on(page)
    choose(page)
    go_on(page, "Get the proof")
    page.get_by_role("link", name="What did you think of this service?").click()
    go_on(page, "Send")
    expect(page.get_by_role("alert").get_by_role("link", name="Select how satisfied you are")).to_be_visible()
    page.get_by_label("Very satisfied").check()
    page.get_by_label("How could we make it better?").fill("I am Rhian, ring me")
    go_on(page, "Send")
    expect(page.get_by_role("alert")).to_contain_text("Take out names")
    expect(page.get_by_label("Very satisfied")).to_be_checked()
    page.get_by_label("How could we make it better?").fill("Fewer pages")
    go_on(page, "Send")
    expect(page.get_by_text("Thank you for telling us")).to_be_visible()
    assert counts(town, "eligible") == before["eligible"] + 2
    assert counts(town, "wrong") == before["wrong"] + 1
    assert counts(town, "time") == before["time"] + 1
    assert counts(town, "satisfaction", detail="5") >= before["satisfaction"] + 1
    for _ in range(40):
        if counts(town, "done", channel="online"):
            break
        page.wait_for_timeout(500)
    page.goto("/performance/proof-of-benefit")
    expect(page.get_by_text("Digital take-up", exact=True)).to_be_visible()
    looked_at(page, "11-measures")
