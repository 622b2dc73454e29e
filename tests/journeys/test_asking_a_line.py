"""Asking a line, through every room: asked once, answered by the line's own system, told to the customer, read by her."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.api.desk import Desk
from tests.portals.colleague.conftest import Town as Staff
from tests.portals.colleague.conftest import colleague
from tests.portals.customer.conftest import Town, sign_in

from .at_a_desk import at_a_desk, go_on

pytestmark = pytest.mark.journey

SAM = colleague("agent", id="30000004", team="pip.case", line="PIP")


@pytest.fixture(scope="module")
def town(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


@pytest.fixture
def desk(browser, service, town):
    """Sam's own browser, signed in and with a reason to look, beside the customer's."""
    with at_a_desk(browser, service, town, SAM, "asking") as page:
        page.goto(f"/staff/customers/{town.rhian}/contact/start")
        page.get_by_label("a call to us").check()
        page.get_by_label("the customer", exact=True).check()
        page.get_by_label("by questions").check()
        go_on(page, "Start")
        yield page


def test_a_line_is_asked_and_the_customer_hears_what_became_of_it(town, page, desk, axe):
    page.set_default_timeout(8_000)
    esa = Desk(town.database)
    for why in ("The decision of 2 February raised it", "She rang again today"):
        asks(desk, town.rhian, axe, why)
    (number,) = Staff(town.database).seen(town.rhian).line_requests.open
    expect(desk.get_by_text("Asked again")).to_have_count(1)
    reads_it(page, axe)
    answers(esa, town.rhian, number)
    tells(desk, town.rhian, number, axe)
    hears(page, axe)


def asks(desk, stream, axe, why):
    desk.goto(f"/staff/customers/{stream}/ask")
    assert not axe(desk)
    desk.get_by_role("link", name="Pay the arrears it owes").first.click()
    desk.get_by_label("A decision raised the award").check()
    for name, day in (("from_day", ("5", "1", "2026")), ("to_day", ("1", "2", "2026"))):
        for part, text in zip(("day", "month", "year"), day, strict=True):
            desk.locator(f"input[name={name}-{part}]").fill(text)
    desk.get_by_label("What makes it certain?").fill(why)
    assert not axe(desk)
    go_on(desk)
    desk.get_by_text("Done: ").first.wait_for()
    desk.goto(f"/staff/customers/{stream}/ask")


def reads_it(page, axe):
    """Home says by when, and so does what is said of the benefit; not why, in a colleague's words."""
    sign_in(page, "Rhian Morgan")
    expect(page.locator("main")).to_contain_text("to pay the money it still owes you, and they should answer, by")
    for at in ("/account/benefits", "/account/messages"):
        page.goto(at)
        expect(page.locator("main")).to_contain_text("They should answer by")
        expect(page.locator("main")).not_to_contain_text("2 February")
        assert not axe(page)


def answers(esa, stream, number):
    """ESA's own system: by the API, made from the declaration."""
    token = esa.token("line_system", line="ESA")
    sent = {"line_request": number, "outcome": "done", "paid": 20_000}
    missing = esa.act(stream, "answer_line_request", token, sent)
    assert missing.status_code == 422, "it does not say when"
    done = esa.act(
        stream,
        "answer_line_request",
        token,
        sent | {"day": "2026-02-20", "why": "Paid with the next payment."},
        Idempotency_Key="a-1",
    )
    assert done.status_code == 201, done.content
    again = esa.act(
        stream,
        "answer_line_request",
        token,
        sent | {"day": "2026-02-20", "why": "Paid with the next payment."},
        Idempotency_Key="a-1",
    )
    assert again.json()["again"] is True
    other = esa.act(stream, "answer_line_request", esa.token("line_system", line="PIP"), sent | {"day": "2026-02-20"})
    assert other.status_code == 403


def tells(desk, stream, number, axe):
    desk.goto(f"/staff/customers/{stream}")
    desk.get_by_role("link", name="Tell the customer what the line answered").first.click()
    desk.get_by_label("message in the online account").check()
    desk.get_by_label("What are they told?").fill("The £200.00 for January was paid on 20 February.")
    assert not axe(desk)
    go_on(desk)
    desk.get_by_text("Done: ").first.wait_for()


def hears(page, axe):
    page.goto("/account/messages")
    page.get_by_role("link", name="What the team that pays your").first.click()
    page.locator("main").get_by_role("button").first.click()
    expect(page.locator("main")).to_contain_text("The £200.00 for January was paid on 20 February.")
    page.goto("/account/")
    expect(page.locator("main")).not_to_contain_text("they should answer")
