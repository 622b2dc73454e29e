"""A colleague's day in a real browser: no accessibility fault, nothing pushed sideways at 320 px, by keyboard, without scripts."""

from __future__ import annotations

import pytest

from customerview.instructions.journal_and_callbacks.facts import FirstLookTaken, MessageReceived
from customerview.instructions.records_and_notes.facts import NotePinned

from .conftest import ESA, RHIAN, Town, colleague

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def people(database):
    """One customer with much going on, for all pages."""
    town = Town(database)
    rhian = town.rhian(
        MessageReceived(topic="money", line="ESA", team="esa.case", text="I cannot pay my rent on Friday. When will my money come?"),
        FirstLookTaken(message=len(RHIAN()) + 1),
        NotePinned(text="Needs questions one at a time"),
    )
    return town, rhian


@pytest.fixture(autouse=True)
def impatient(request):
    """A page that does not come is a fault, not something to wait for."""
    if "page" in request.fixturenames:
        request.getfixturevalue("page").set_default_timeout(8_000)


def sign_in(page, town, service, actor=ESA):
    page.context.add_cookies([{"name": "cv_session", "value": town.session(actor), "url": service.url}])


def open_with_a_reason(page, stream):
    page.goto(f"/staff/customers/{stream}")
    page.get_by_label("To check something a colleague or another service asked").check()
    page.get_by_label("What do you need to see, in a sentence?").fill("checking a letter about her rent")
    page.get_by_role("button", name="Open the record").click()
    page.get_by_role("heading", name="Before you speak").wait_for()


ABOUT_RHIAN = [
    "",
    "/timeline",
    "/can-do",
    "/ask",
    "/looks",
    "/restricted",
    "/do/review_suspension?award=ESA-1",
    "/do/change_address",
    "?known=2026-01-01",
]
OTHERS = ["/staff/", "/staff/team", "/staff/team?show=all", "/staff/find", "/staff/agree", "/staff/instructions",
          "/staff/instructions/suspend_only_after_safeguards", "/staff/team/away"]  # fmt: skip


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_accessible_and_fits(people, service, page, axe, width):
    town, rhian = people
    sign_in(page, town, service, colleague("team_leader", "operations_manager", id="10000002"))
    page.set_viewport_size({"width": width, "height": 900})
    pages = [*OTHERS, f"/staff/customers/{rhian}/open", f"/staff/customers/{rhian}/contact/start", "/staff/resets", "/staff/resets/new"]
    faults = {}
    for path in pages:
        page.goto(path)
        faults[path] = axe(page) + sideways(page)
    open_with_a_reason(page, rhian)
    for path in ABOUT_RHIAN:
        page.goto(f"/staff/customers/{rhian}{path}")
        faults[path] = axe(page) + sideways(page) + small_text(page)
    assert not any(faults.values()), faults


def sideways(page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"pushed sideways by {wide} px"] if wide > 0 else []


def small_text(page) -> list[str]:
    """Words smaller than 16 px, which nobody should have to read for hours."""
    return page.evaluate(
        """[...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
           && e.offsetParent && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => 'small: ' + e.className + ' ' + e.textContent.trim().slice(0, 40))"""
    )


def test_from_my_work_to_the_answer_by_keyboard_alone(people, service, page):
    """Tab to the message, Enter, answer it, and it is gone from the list."""
    town, rhian = people
    sign_in(page, town, service)
    page.goto("/staff/")
    line = page.get_by_role("button", name="Answer the customer's message")
    for _ in range(60):
        page.keyboard.press("Tab")
        if line.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Answer the message").wait_for()
    assert "I cannot pay my rent on Friday" in page.content()
    page.locator("main textarea").first.focus()
    page.keyboard.type("Your money comes on Friday. We are sorry for the delay.")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.type === 'submit'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Every message is answered").wait_for()
    assert town.seen(rhian).messages.open == {}


def test_a_call_from_search_to_summary(people, service, page, axe):
    """Find her by number, start the call, type; what is typed is kept by itself; hear of need; end with a summary."""
    town, _ = people
    sign_in(page, town, service)
    page.goto("/staff/find")
    page.get_by_label("National Insurance number").fill("qq 12 34 56 c")
    page.get_by_role("button", name="Find").click()
    assert not axe(page)
    page.get_by_role("link", name="Start a contact with Rhian Morgan").first.click()
    page.get_by_label("a call to us").check()
    page.get_by_label("the customer", exact=True).check()
    page.get_by_label("by questions").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_text("Call in progress").first.wait_for()
    page.get_by_role("link", name="Write down what was said").click()
    assert not axe(page)
    page.get_by_label("What did they report?").fill("She has no food until Friday")
    page.get_by_role("status").filter(has_text="Saved").wait_for(timeout=10_000)
    page.reload()
    assert page.get_by_label("What did they report?").input_value() == "She has no food until Friday"
    page.get_by_label("What was agreed?").fill("Emergency money today")
    page.get_by_label("What happens next, and who does it?").fill("ESA payments team pays it by three")
    page.get_by_role("button", name="Save notes").click()
    page.get_by_role("button", name="Go to the end of the contact").click()
    assert not axe(page)
    for answer in page.locator("input[value=no]").all():
        answer.check()
    page.locator("input[name=health][value=yes]").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Health is worse").first.wait_for()
    assert not axe(page)
    page.get_by_label("Sum up, in the customer's own words").fill(
        "You have no food until Friday. We are offering you emergency money today."
    )
    page.get_by_role("button", name="End call").click()
    page.get_by_role("heading", name="My work today").wait_for()


def test_without_scripts_the_same(people, service, browser):
    town, rhian = people
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, town, service)
    open_with_a_reason(page, rhian)
    page.goto(f"/staff/customers/{rhian}/timeline")
    page.get_by_label("Show").select_option("payments")
    page.get_by_role("button", name="Filter").click()
    assert "Personal Independence Payment reported" in page.content() and "Language:" not in page.locator("main").inner_text()
    page.goto(f"/staff/customers/{rhian}/contact/start")
    page.get_by_label("a letter").check()
    page.get_by_label("the customer", exact=True).check()
    page.get_by_label("not checked").check()
    page.get_by_role("button", name="Start").click()
    page.goto(f"/staff/customers/{rhian}/contact")
    page.get_by_label("What did they report?").fill("She moved")
    page.get_by_role("button", name="Save notes").click()
    assert page.get_by_label("What did they report?").input_value() == "She moved"
    context.close()
