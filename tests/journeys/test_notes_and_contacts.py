"""Calls in a real browser: what is heard starts at once, another colleague goes on, nothing asked is left out, what is new is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.portals.colleague.conftest import LEE, SAM, Town, colleague

pytestmark = pytest.mark.journey

KIM = colleague(id="10000021")


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database)


@pytest.fixture
def rhian(town):
    return town.rhian()


@pytest.fixture
def desk(browser, service, town):
    """A browser for each colleague, signed in."""
    contexts = []

    def at(actor):
        context = browser.new_context(base_url=service.url, locale="en-GB", timezone_id="Europe/London")
        context.add_cookies([{"name": "cv_session", "value": town.session(actor), "url": service.url}])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8_000)
        return page

    yield at
    for context in contexts:
        context.close()


def go_on(page, name="Continue"):
    page.locator("main").get_by_role("button", name=name).click()


def rings(page, stream):
    page.goto(f"/staff/customers/{stream}/contact/start")
    page.get_by_label("a call to us").check()
    page.get_by_label("the customer", exact=True).check()
    page.get_by_label("by questions").check()
    go_on(page, "Start")
    expect(page.get_by_role("heading", name="Before you speak")).to_be_visible()


def answers(page, stream, *yes):
    page.goto(f"/staff/customers/{stream}/contact/questions")
    for question in page.locator("fieldset").all():
        said = question.locator("legend").inner_text()
        question.get_by_label("Yes" if any(y in said for y in yes) else "No", exact=True).check()
    go_on(page)


def notes(page, stream):
    page.goto(f"/staff/customers/{stream}/contact")
    page.get_by_label("What did they report?").fill("She asks after her reconsideration")
    page.get_by_label("What was agreed?").fill("The team that has it tells her")
    page.get_by_label("What happens next, and who does it?").fill("Disputes answer by Thursday")
    go_on(page, "Save notes")


def ends(page, stream):
    page.goto(f"/staff/customers/{stream}/contact/end")
    page.get_by_label("Sum up, in the customer's own words").fill("You asked where your reconsideration is.")
    go_on(page, "End call")


def test_a_call_in_which_something_was_chased_ends_only_once_it_is_on_its_way(town, desk, rhian, axe):
    page = desk(SAM)
    rings(page, rhian)
    notes(page, rhian)
    answers(page, rhian, "asked for, promised or chased")
    ends(page, rhian)
    expect(page.get_by_role("alert")).to_contain_text("Something was asked for, promised or chased. Record it")
    assert axe(page) == []
    page.locator("main").get_by_role("link", name="Ask where things are").first.click()
    page.get_by_label("a reconsideration").check()
    page.locator("input[name=award][value=PIP-1]").check()
    go_on(page)
    assert [o.owner for o in town.seen(rhian).duties.of("progress_chase_answered")] == ["drs"]
    ends(page, rhian)
    expect(page.get_by_text("The contact has ended")).to_be_visible()
    assert not town.seen(rhian).contacts.open


def test_danger_heard_in_a_call_is_somebodys_at_once_and_outlives_the_call(town, desk, rhian, axe):
    page = desk(SAM)
    rings(page, rhian)
    page.get_by_role("link", name="Danger to life").click()
    go_on(page, "Start the plan")
    page.get_by_role("heading", name="Take it seriously").wait_for()
    assert axe(page) == []
    page.goto(f"/staff/customers/{rhian}/contact")
    expect(page.locator("main")).to_contain_text("act now, stay with them")
    [owed] = town.seen(rhian).duties.of("start_six_point_plan")
    assert (owed.owner, owed.harm, owed.due) == ("pip.case", 1, owed.begins)
    leader = desk(LEE)
    leader.goto("/staff/team?show=all")
    expect(leader.locator("main")).to_contain_text("Somebody may take their life: act now")


def test_another_colleague_goes_on_with_a_call_and_the_notes_are_there(town, desk, rhian):
    first, second = desk(SAM), desk(KIM)
    rings(first, rhian)
    notes(first, rhian)
    second.goto(f"/staff/customers/{rhian}")
    second.get_by_label("To check something a colleague or another service asked").check()
    second.get_by_label("What do you need to see, in a sentence?").fill("going on with a call for Sam")
    go_on(second, "Open the record")
    second.goto(f"/staff/customers/{rhian}/contact")
    go_on(second, "Pick up this contact")
    expect(second.get_by_label("What did they report?")).to_have_value("She asks after her reconsideration")
    answers(second, rhian)
    ends(second, rhian)
    expect(second.get_by_text("The contact has ended")).to_be_visible()


def test_a_pinned_note_is_read_before_anything_else_and_by_everybody(town, desk, rhian, axe):
    page, other = desk(SAM), desk(KIM)
    rings(page, rhian)
    page.goto(f"/staff/customers/{rhian}/do/pin_note")
    page.locator("main textarea").fill("Ask her one question at a time, and wait.")
    go_on(page)
    rings(other, rhian)
    expect(other.locator("main")).to_contain_text("Ask her one question at a time, and wait.")
    said = other.locator("main").inner_text()
    assert said.index("Ask her one question at a time") < said.index("Awards and payments")
    assert axe(other) == []
