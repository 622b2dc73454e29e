"""Every page a customer meets: it opens, has no accessibility fault, does not scroll sideways; in both languages, wide and narrow."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from customerview.kernel import LONDON

from .conftest import AGENT, TODAY, line

pytestmark = pytest.mark.journey

PAGES = ["", "benefits", "details", "support", "messages", "people", "looks", "history"]
FLOWS = [
    "change_address", "change_phone", "change_email", "choose_language", "choose_format", "say_what_to_call_you", "say_what_suits", "say_whether_safe",
    "tell_us_what_helps", "send_message_to_us", "record_request", "promise_call_back", "record_consent", "withdraw_consent", "tell_us_in_private",
]  # fmt: skip
PUBLIC = ["/help", "/privacy", "/cookies", "/accessibility", "/sign-in/not-matched", "/sign-in/timed-out"]


@pytest.fixture(scope="module")
def busy(town):
    """Rhian's record with something on every page."""
    town.do("report_suspension", town.rhian, line("ESA"), award="ESA-1", ground="whereabouts", since=TODAY - timedelta(days=3))
    town.do(
        "report_payment_missed",
        town.rhian,
        line("PIP"),
        award="PIP-1",
        payment="PIP-1-x",
        due=TODAY - timedelta(days=2),
        amount=57960,
    )
    town.do(
        "send_message",
        town.rhian,
        AGENT,
        subject="Send us a bank statement",
        text="We need one.\n\nThank you.",
        needs_action=True,
        act_by=TODAY + timedelta(days=7),
    )
    town.do("tell_us_what_helps", town.rhian, AGENT, needs=("numbers",), adjustments=("one_question",), said="Ring after 11")
    town.do("offer_support", town.rhian, AGENT, support="form_help")
    town.act(town.gwen, town.rhian)
    town.look_at(town.rhian, "Answering a call about a payment")
    return town


def check(page, axe, name):
    assert axe(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], name
    if folder := os.environ.get("CV_PICTURES"):
        Path(folder).mkdir(exist_ok=True, parents=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (320, "cy"), (320, "en"), (1280, "cy")])
def test_every_page(busy, as_rhian, axe, width, language):
    page = as_rhian
    page.set_viewport_size({"width": width, "height": 900})
    if language == "cy":
        page.get_by_role("button", name="Cymraeg").click()
    for name in PAGES:
        assert page.goto(f"/account/{name}").status == 200, name
        check(page, axe, f"{name or 'home'}-{language}-{width}")
    for name in FLOWS:
        assert page.goto(f"/account/change/{name}").status == 200, name
        check(page, axe, f"{name}-{language}-{width}")
        page.locator("main form").last.get_by_role("button").last.click()
        check(page, axe, f"{name}-empty-{language}-{width}")
    for address in PUBLIC:
        assert page.goto(address).status == 200, address
        check(page, axe, f"{address.rpartition('/')[2]}-{language}-{width}")


def test_money_that_is_wrong_comes_first_with_why_help_and_how_to_disagree(busy, as_rhian):
    page = as_rhian
    first = page.locator("main section").first
    expect(first.get_by_role("heading")).to_contain_text("Employment and Support Allowance is stopped since")
    said = first.inner_text()
    for part in (
        "We do not know where you live now",
        "Change your address",
        "No money for food",
        "18001",
        "Tell us that you do not agree",
    ):
        assert part in said
    assert "579.60, due on" in page.locator("main section").nth(1).inner_text()
    body = page.locator("main").inner_text()
    assert body.index("is stopped") < body.index("Your next payment") < body.index("What we have promised")
    assert "ESA" not in body and "whereabouts" not in body


def test_who_looked_is_told_by_team_and_reason_and_never_what_is_withheld(busy, as_rhian):
    busy.look_at(busy.rhian, "A planted secret reason", withheld=True)
    page = as_rhian
    page.goto("/account/looks")
    said = page.locator("main").inner_text()
    assert "Answering a call about a payment" in said and "Personal Independence Payment, case team" in said
    assert "planted" not in said and "4711" not in said


def test_a_new_message_is_opened_by_its_button_and_that_is_written_down(busy, as_rhian, axe):
    page = as_rhian
    page.goto("/account/messages")
    expect(page.get_by_text("New", exact=True)).to_be_visible()
    page.get_by_role("link", name="Send us a bank statement").click()
    assert "We need one." not in page.locator("main").inner_text()
    assert busy.facts(busy.rhian, "MessageOpened") == 0
    page.get_by_role("button", name="Open this message").click()
    expect(page.get_by_text("We need one.")).to_be_visible()
    assert busy.facts(busy.rhian, "MessageOpened") == 1
    assert axe(page) == []


def test_what_we_promised_is_told_with_its_day_and_when_we_are_late(busy, as_rhian):
    busy.do("send_message_to_us", busy.rhian, AGENT, topic="letter", text="Please explain this letter")
    busy.do("promise_call_back", busy.rhian, AGENT, at=datetime.now(LONDON) + timedelta(seconds=1), reason="the letter")
    page = as_rhian
    page.wait_for_timeout(1500)
    page.reload()
    said = page.locator("main").inner_text()
    assert "Answer your message, by " in said
    late = page.locator("li", has_text="Call you back")
    expect(late).to_contain_text("We are late. We are sorry. It was due by")
    assert said.index("Call you back") < said.index("Answer your message")


def test_what_may_be_out_of_date_is_said(busy, as_rhian):
    with busy.database.connect("worker", autocommit=True) as db:
        db.execute(
            "INSERT INTO source_heard VALUES ('PIP', now() - interval '3 days'), ('ESA', now()) ON CONFLICT (line) DO UPDATE SET heard = excluded.heard"
        )
    page = as_rhian
    page.goto("/account/benefits")
    expect(page.locator(".govuk-summary-card", has_text="Personal Independence Payment")).to_contain_text("it may be out of date")
    expect(page.locator(".govuk-summary-card", has_text="Employment and Support")).not_to_contain_text("out of date")


def test_somebody_reported_dead_who_reads_this_is_told_first_and_how_to_put_it_right(busy, as_rhian, axe):
    busy.do("report_death", busy.rhian, AGENT, source="caller", date_known=False)
    page = as_rhian
    page.reload()
    first = page.locator("main section").first
    expect(first.get_by_role("heading")).to_have_text("Somebody told us that you had died")
    expect(first).to_contain_text("ring 0808 157 0100 now")
    expect(page.get_by_role("heading", name="Your next payment")).to_have_count(0)
    assert axe(page) == []
