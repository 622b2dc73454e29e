"""Changing something, page by page: answers kept, mistakes said, checked, sent once, with a reference; and by keyboard without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import AGENT, TODAY, sign_in

pytestmark = pytest.mark.journey


def go_on(page, name="Continue"):
    page.locator("main").get_by_role("button", name=name).click()


def test_a_new_address_from_beginning_to_reference(town, as_rhian, axe):
    page = as_rhian
    page.goto("/account/details")
    page.locator("a", has_text="Change").filter(has_text="home address").click()
    page.get_by_label("Home address").check()
    go_on(page)
    page.get_by_label("Address line 1").fill("22 Mill Lane")
    page.get_by_label("Postcode").fill("not one")
    go_on(page)
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link", name="Enter the town or city")).to_be_visible()
    expect(summary.get_by_role("link", name="Enter a full UK postcode")).to_be_visible()
    assert page.get_by_label("Address line 1").input_value() == "22 Mill Lane"
    summary.get_by_role("link", name="Enter the town or city").click()
    expect(page.get_by_label("Town or city")).to_be_focused()
    page.get_by_label("Town or city").fill("Mold")
    page.get_by_label("Postcode").fill("qb1 2bd")
    go_on(page)
    for box, typed in (("Day", TODAY.day), ("Month", TODAY.month), ("Year", TODAY.year)):
        page.get_by_label(box, exact=True).fill(str(typed))
    go_on(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert axe(page) == []
    assert "QB1 2BD" in page.locator("#answers").inner_text()
    page.get_by_role("link", name=re.compile("Change.*Town or city")).click()
    page.get_by_label("Town or city").fill("Buckley")
    go_on(page)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    go_on(page, "Confirm and send")
    expect(page.get_by_text("Your reference")).to_be_visible()
    assert axe(page) == []
    assert town.facts(town.rhian, "AddressChanged") == 2  # the first when the record was opened
    page.goto("/account/details")
    assert "22 Mill Lane\nBuckley\nQB1 2BD" in page.locator("main").inner_text()
    page.go_back()
    page.reload()
    page.goto("/account/change/change_address/check")
    assert "/check" not in page.url  # what was sent is not sent again
    assert town.facts(town.rhian, "AddressChanged") == 2


def test_a_page_in_the_middle_or_of_nothing_starts_at_the_beginning(town, as_rhian):
    page = as_rhian
    for address in ("change_email/2", "change_email/check", "change_email/done"):
        page.goto(f"/account/change/{address}")
        assert page.url.endswith(("/change_email/1", "/account/"))
    assert page.goto("/account/change/change_email/9").status == 404
    assert page.goto("/account/change/suspend_payment").status == 404
    assert page.goto("/account/change/no_such_thing/1").status == 404


def test_what_happened_meanwhile_is_shown_before_it_is_sent(town, as_rhian):
    page = as_rhian
    page.goto("/account/change/tell_us_what_helps")
    go_on(page)
    page.get_by_label("Ask one question at a time").check()
    go_on(page)
    go_on(page)
    town.do("change_email", town.rhian, AGENT, email="meanwhile@example.com")
    go_on(page, "Confirm and send")
    expect(page.get_by_text("Your reference")).to_be_visible()  # telling us something is never held up by news
    assert town.facts(town.rhian, "AdjustmentAgreed") == 1


def test_a_message_without_scripts_and_a_double_click_is_one_message(town, browser, service):
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "Rhian Morgan")
    page.goto("/account/change/send_message_to_us?topic=money")
    expect(page.get_by_text("ring 999").first).to_be_visible()
    expect(page.get_by_label("Money or a payment")).to_be_checked()
    go_on(page)
    page.get_by_label("None of these, or I am not sure").check()
    go_on(page)
    page.get_by_label("Your message").fill("Where is my <b>money</b>?\nŴy Siôn ap Rhys")
    go_on(page)
    page.locator("main button").dblclick()
    expect(page.get_by_text("Your reference")).to_be_visible()
    assert town.facts(town.rhian, "MessageReceived") == 1
    page.goto("/account/messages")
    page.get_by_role("link", name="Money or a payment").click()
    assert "Where is my <b>money</b>?\nŴy Siôn ap Rhys" in page.locator(".cv-words").inner_text()
    context.close()


def test_what_was_typed_when_time_ran_out_is_there_again_for_the_same_person_only(town, browser, service):
    context = browser.new_context(base_url=service.url)
    page = context.new_page()
    sign_in(page, "Rhian Morgan")
    page.goto("/account/change/say_what_to_call_you")
    page.get_by_label("What should we call you?").fill("Rhi bach")
    with town.database.connect("web") as db:  # twenty-one minutes go by
        from django.contrib.sessions.backends.db import SessionStore

        with town.database.using("web"):
            for (key,) in db.execute("SELECT session_key FROM django_session").fetchall():
                session = SessionStore(key)
                if "signed_in" in session:
                    session["signed_in"] = session["signed_in"] | {"seen": session["signed_in"]["seen"] - 21 * 60}
                    session.save()
    go_on(page)
    expect(page.get_by_role("heading", name="We signed you out")).to_be_visible()
    expect(page.get_by_text("What you had typed is kept")).to_be_visible()
    page.get_by_role("button", name="Sign in again").click()
    page.get_by_role("button", name="Rhian Morgan").click()
    expect(page.get_by_label("What should we call you?")).to_have_value("Rhi bach")
    assert town.facts(town.rhian, "NameUsedSaid") == 0
    context.close()


def test_the_warning_lets_one_stay(town, as_rhian):
    page = as_rhian
    page.clock.install()
    page.goto("/account/")
    page.clock.run_for(18 * 60 * 1000 + 1000)
    expect(page.get_by_role("heading", name="You will be signed out soon")).to_be_visible()
    page.get_by_role("button", name="Stay signed in").click()
    expect(page.get_by_role("heading", name="You will be signed out soon")).to_be_hidden()
