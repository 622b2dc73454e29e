"""A colleague asks for a letter, reads it, edits it, and a second person signs it: through every room, in a browser."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered

from .conftest import LEE, SAM, Town

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database)


@pytest.fixture
def ifan(town):
    return town.tell(
        (CustomerRegistered(source="PIP", given="Ifan", family="Price", born=date(1979, 5, 6), nino="QQ654321A"), timedelta(days=400)),
        (AddressChanged(role="home", lines=("4 Mill Lane", "Mold"), postcode="QA1 1AB"), timedelta(days=400)),
        (
            AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=29_480, frequency="four_weeks", starts=date(2025, 4, 7)),
            timedelta(days=399),
        ),
    )


def sign_in(page, town, service, actor, stream):
    page.set_default_timeout(8_000)
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "cv_session", "value": town.session(actor), "url": service.url}])
    page.goto(f"/staff/customers/{stream}")
    page.get_by_label("To check something a colleague or another service asked").check()
    page.get_by_label("What do you need to see, in a sentence?").fill("a letter to him")
    page.get_by_role("button", name="Open the record").click()
    page.get_by_role("heading", name="Before you speak").wait_for()


def waiting(town, stream):
    """The letter that waits, once the worker has written it."""
    for _ in range(80):
        if held := town.seen(stream).letters.waiting:
            return next(iter(held.values()))
        time.sleep(0.1)
    raise AssertionError("No letter was written.")


def test_free_words_are_held_edited_and_signed_by_a_second_person(town, service, page, axe, ifan):
    sign_in(page, town, service, SAM, ifan)
    page.goto(f"/staff/customers/{ifan}/do/ask_for_letter")
    page.get_by_label("our answer to your message").check()
    page.get_by_label("What do you want to say, in plain words?").fill("You get £300.00 every 4 weeks.")
    page.get_by_role("button", name="Continue").click()
    letter = waiting(town, ifan)
    page.goto(f"/staff/customers/{ifan}")
    page.get_by_text("Waits to be released").wait_for()
    assert page.request.get(f"/staff/customers/{ifan}/letters/{letter.number}.pdf").body()[:5] == b"%PDF-"
    page.goto(f"/staff/customers/{ifan}/do/release_letter?letter={letter.letter}")
    page.get_by_text("You get £300.00 every 4 weeks.").wait_for()
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("£300.00 stands nowhere in the record.").first.wait_for()
    assert not axe(page)
    page.goto(f"/staff/customers/{ifan}/do/edit_letter?letter={letter.letter}")
    page.get_by_label("You get £300.00 every 4 weeks.").check()
    page.get_by_label("What should it say instead?").fill("You get £294.80 every 4 weeks.")
    assert not axe(page)
    page.get_by_role("button", name="Continue").click()
    page.goto(f"/staff/customers/{ifan}/do/release_letter?letter={letter.letter}")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("The standard wording was edited").first.wait_for()
    assert not axe(page)
    page.get_by_role("button", name="Ask").first.click()
    assert town.seen(ifan).letters.waiting, "it has not left"
    sign_in(page, town, service, LEE, ifan)
    (proposal,) = town.seen(ifan).proposals.open
    page.goto(f"/staff/customers/{ifan}/do/approve_proposal?proposal={proposal}")
    page.get_by_text("You get £294.80 every 4 weeks.").wait_for()
    assert not axe(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Before you speak").wait_for()
    assert not town.seen(ifan).letters.waiting, "it was released"
