"""I do not agree, and I want to complain: said once, recorded at once, owed by somebody, and told back with a day."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from customerview.instructions import catalogue
from customerview.ledger import reading

from .conftest import AGENT, line, sign_in
from .test_changing import go_on

pytestmark = pytest.mark.journey


def owed(town, duty: str):
    with town.database.using("worker"), reading(None, catalogue()) as view:
        return view.whole(town.rhian).duties.of(duty)


def test_who_does_not_agree_is_told_what_happens_next_and_by_when(town, as_rhian, axe):
    page = as_rhian
    page.goto("/account/benefits")
    page.get_by_role("link", name=re.compile("I do not agree with this.*Personal Independence Payment")).click()
    expect(page.get_by_text("ring 999").first).to_be_visible()
    expect(page.get_by_label("Personal Independence Payment")).to_be_checked()
    go_on(page)
    go_on(page)
    expect(page.get_by_role("alert").get_by_role("link", name="Say what you do not agree with")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 700})
    assert axe(page) == []
    page.get_by_label("What do you not agree with, and why?").fill("Nobody asked how far I can walk.")
    go_on(page)
    go_on(page, "Send it")
    expect(page.get_by_text("Your reference")).to_be_visible()
    said = page.locator("main").inner_text()
    assert "register that you do not agree with a decision, by" in said and "answer your message, by" in said
    assert "counts from today" in said
    assert axe(page) == []
    [dispute] = owed(town, "register_dispute")
    assert dispute.owner == "drs"
    page.goto("/account/")
    expect(page.get_by_text("Register that you do not agree with a decision")).to_be_visible()
    town.do("act_on_recognition", town.rhian, AGENT, **_what(dispute))
    page.goto("/account/")
    expect(page.get_by_text("Register that you do not agree with a decision")).to_have_count(0)
    expect(page.get_by_text("Answer your message")).to_be_visible()


def _what(dispute) -> dict:
    contact, _, question = dispute.per.partition(":")
    return {"contact": int(contact), "question": question, "what": "Registered with the issue she named: how far she can walk."}


def test_a_complaint_in_welsh_by_somebody_who_acts_for_her(town, browser, service, axe):
    town.act(town.gwen, town.rhian)
    town.do("report_suspension", town.rhian, line("ESA"), award="ESA-1", ground="whereabouts", since=town.years_ago.replace(year=2026))
    context = browser.new_context(base_url=service.url)
    page = context.new_page()
    sign_in(page, "Gwen Morgan")
    page.get_by_label("Rhian Morgan").check()
    go_on(page)
    expect(page.get_by_role("heading", name="Rhian Morgan’s Employment and Support Allowance is stopped since")).to_be_visible()
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_role("heading", name="Mae Lwfans Cyflogaeth a Chymorth Rhian Morgan wedi’i atal ers")).to_be_visible()
    page.get_by_role("link", name="Cwyno am ein gwasanaeth").click()
    page.get_by_label("Beth aeth o'i le?").fill("Arhosais awr ar y ffôn.")
    for _ in range(2):
        go_on(page, "Parhau")
    page.get_by_label("Dim un o'r rhain").check()
    go_on(page, "Parhau")
    assert axe(page) == []
    go_on(page, "Anfon y gŵyn")
    expect(page.get_by_text("Eich cyfeirnod")).to_be_visible()
    assert "ateb eich neges, erbyn" in page.locator("main").inner_text()
    [complaint] = owed(town, "register_complaint")
    assert complaint.owner.endswith(".case")
    context.close()
