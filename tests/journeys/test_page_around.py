"""What every page has around its content: language, skip link, error pages; at 320 px, without scripts, on paper."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_a_missing_page_says_what_to_do_and_has_no_accessibility_faults(page, axe):
    assert page.goto("/no-such-page").status == 404
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    assert axe(page) == []


def test_choosing_welsh_is_kept_and_comes_back_to_the_same_page(page, axe):
    page.goto("/no-such-page?at=this")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_role("heading", name="Heb ddod o hyd i’r dudalen")).to_be_visible()
    assert page.url.endswith("/no-such-page?at=this")
    assert page.locator("html").get_attribute("lang") == "cy"
    assert axe(page) == []
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()


def test_the_first_thing_the_keyboard_reaches_is_the_way_to_the_content(page):
    page.goto("/no-such-page")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main-content$"))


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto("/no-such-page")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_can_be_chosen_without_scripts(browser, service):
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/no-such-page")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_role("heading", name="Heb ddod o hyd i’r dudalen")).to_be_visible()
    context.close()


def test_what_pages_load_is_kept_for_a_year_and_pages_are_not_kept(page, service):
    kept = {}
    page.on("response", lambda answer: kept.setdefault(answer.url.removeprefix(service.url), answer.headers.get("cache-control", "")))
    page.goto("/no-such-page")
    page.wait_for_load_state("networkidle")
    styles = next(address for address in kept if address.startswith("/static/app.") and address.endswith(".css"))
    assert "immutable" in kept[styles]
    assert kept["/no-such-page"] == "no-store"
