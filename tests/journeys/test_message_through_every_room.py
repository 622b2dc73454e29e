"""Follow one message through every room: written in the portal, read and answered in a contact, told back, seen in who looked."""

from __future__ import annotations

import re

import msgspec
import pytest
from playwright.sync_api import expect

from tests.portals.colleague.conftest import Town as Staff
from tests.portals.colleague.conftest import colleague
from tests.portals.customer.conftest import Town, sign_in

from .at_a_desk import at_a_desk, go_on

pytestmark = pytest.mark.journey

SAM = msgspec.structs.replace(colleague("case_manager"), teams=("pip.case", "operations"))
"""On call as well: out of hours it is the on-call team that reads a message first."""
WROTE = "I was in hospital. When will my payment come?\nDiolch"
ANSWERED = "Your money comes on Friday. We are glad that you are home."


@pytest.fixture(scope="module")
def town(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


@pytest.fixture
def desk(browser, service, town):
    """Sam's own browser, signed in, beside the customer's."""
    with at_a_desk(browser, service, town, SAM, "desk") as page:
        yield page


def test_one_message_from_the_customer_to_the_answer_and_back(town, page, desk, axe):
    page.set_default_timeout(8_000)
    writes(page, axe)
    on_the_list(desk, axe)
    starts_a_contact(desk, town.rhian)
    reads_and_answers(desk, town.rhian, axe)
    ends_the_contact(desk, town.rhian)
    nothing_left(desk)
    hears(page, axe)


def writes(page, axe):
    """Before she writes she reads when messages are read, and where help is now."""
    sign_in(page, "Rhian Morgan")
    page.goto("/account/change/send_message_to_us?topic=money")
    for said in ("within 2 hours", "5 working days", "999", "18000", "999 BSL", "116 123", "85258"):
        expect(page.locator("main")).to_contain_text(said)
    assert axe(page) == []
    go_on(page)
    page.get_by_label("Personal Independence Payment").check()
    go_on(page)
    page.get_by_label("Your message").fill(WROTE)
    go_on(page)
    go_on(page, "Send message")
    expect(page.get_by_text("Your reference")).to_be_visible()
    page.goto("/account/")
    expect(page.locator("main")).to_contain_text("Answer your message")


def on_the_list(desk, axe):
    """It is on the list of the team that pays her, to be read and to be answered, before anybody has opened her record."""
    desk.goto("/staff/")
    expect(desk.get_by_role("button", name="Read the customer's message")).to_be_visible()
    expect(desk.get_by_role("button", name="Answer the customer's message")).to_be_visible()
    assert axe(desk) == []


def starts_a_contact(desk, rhian):
    desk.goto(f"/staff/customers/{rhian}/contact/start")
    assert "hospital" not in desk.content()
    desk.get_by_label("a message").check()
    desk.get_by_label("the customer", exact=True).check()
    desk.get_by_label("signed in").check()
    go_on(desk, "Start")
    expect(desk.get_by_role("heading", name="Before you speak")).to_be_visible()
    expect(desk.locator("body")).to_contain_text("I was in hospital")


def reads_and_answers(desk, rhian, axe):
    """She cannot be answered before somebody has said what they found in her message; a yes starts what it starts."""
    desk.get_by_role("link", name=re.compile("Answer the message")).first.click()
    desk.get_by_label("Your answer").fill(ANSWERED)
    go_on(desk)
    expect(desk.locator("main")).to_contain_text("Read the message first, and say what you found in it.")
    desk.locator("main").get_by_role("link", name="Take a first look").first.click()
    assert axe(desk) == []
    desk.get_by_label("Is health worse, or a new condition mentioned?").check()
    desk.locator("input[name=money][value=yes]").check()
    desk.locator("input[name=asks][value=yes]").check()
    go_on(desk)
    desk.goto(f"/staff/customers/{rhian}")
    expect(desk.locator("main")).to_contain_text("Health is worse, or a condition is new")
    desk.get_by_role("link", name=re.compile("Answer the message")).first.click()
    desk.get_by_label("Your answer").fill(ANSWERED)
    go_on(desk)


def ends_the_contact(desk, rhian):
    """Not before every question has an answer, and not with an empty note."""
    desk.goto(f"/staff/customers/{rhian}/contact/end")
    assert desk.url.endswith("/contact/questions")
    go_on(desk)
    expect(desk.get_by_role("alert")).to_contain_text("Answer yes or no: it cannot be left out.")
    for answer in desk.locator("input[value=no]").all():
        answer.check()
    go_on(desk)
    end(desk)
    expect(desk.locator("main")).to_contain_text("Write in the note: what they reported, what was agreed, what happens next.")
    desk.goto(f"/staff/customers/{rhian}/contact")
    desk.get_by_label("What did they report?").fill("She was in hospital and asks when she is paid")
    desk.get_by_label("What was agreed?").fill("Told her the day")
    desk.get_by_label("What happens next, and who does it?").fill("PIP looks at the stay in hospital")
    go_on(desk, "Save notes")
    desk.goto(f"/staff/customers/{rhian}/contact/end")
    end(desk)
    expect(desk.get_by_text("The contact has ended")).to_be_visible()


def end(desk):
    desk.get_by_label("Sum up, in the customer's own words").fill("You asked when you are paid, and told us about hospital.")
    go_on(desk, "Finish")


def nothing_left(desk):
    desk.goto("/staff/")
    expect(desk.get_by_role("button", name="Read the customer's message")).to_have_count(0)
    expect(desk.get_by_role("button", name="Answer the customer's message")).to_have_count(0)


def hears(page, axe):
    """The answer, what was said of the contact, and who looked, by team and reason."""
    page.goto("/account/")
    expect(page.locator("main")).not_to_contain_text("Answer your message")
    page.goto("/account/messages")
    expect(page.get_by_role("link", name="Our answer to your message")).to_be_visible()
    page.get_by_role("link", name="Our answer to your message").click()
    expect(page.locator("main")).to_contain_text(ANSWERED)
    assert axe(page) == []
    page.goto("/account/history")
    expect(page.locator("main")).to_contain_text("You asked when you are paid, and told us about hospital.")
    assert axe(page) == []
    page.goto("/account/looks")
    expect(page.locator("main")).to_contain_text("A message, with the customer, checked signed in")
    expect(page.locator("main")).to_contain_text("Personal Independence Payment, case team")
    assert SAM.id not in page.content()
    assert "Sam Patel" not in page.content()


def test_a_customer_asks_in_welsh_where_something_is_and_is_told_by_when(town, page, axe):
    page.set_default_timeout(8_000)
    sign_in(page, "Rhian Morgan")
    page.get_by_role("button", name="Cymraeg").click()
    page.goto("/account/messages")
    page.get_by_role("link", name="Gofyn ble mae rhywbeth arni").click()
    page.get_by_label("ailystyriaeth").check()
    go_on(page, "Parhau")
    page.get_by_label("Taliad Annibyniaeth Personol").check()
    go_on(page, "Parhau")
    assert axe(page) == []
    page.get_by_label("Beth ydych chi eisiau ei wybod?").fill("Pryd fydd ateb?")
    go_on(page, "Parhau")
    go_on(page, "Gofyn ble mae hi arni")
    page.goto("/account/")
    expect(page.locator("main")).to_contain_text("Dweud wrthych ble mae pethau arni")
    [owed] = Staff(town.database).seen(town.rhian).duties.of("progress_chase_answered")
    assert owed.owner == "drs"
