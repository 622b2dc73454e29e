"""An entry is put right on screen: what was recorded, the right values, what changes, and the record reads the right one in its place."""

from __future__ import annotations

import pytest

from customerview.instructions.personal_details.facts import NameChanged, ProtectedAddressRecorded

from .conftest import SAM
from .test_customer_page import hidden, text
from .test_in_a_browser import sideways, sign_in

ADDRESS = 2
"""Where Rhian's address stands in her history."""


@pytest.fixture
def rhian(town):
    return town.rhian()


AS_RECORDED = {
    "right_role": "home", "right_nation": "england_and_wales", "right_lines": "3 Mill Lane\nFlintshire", "right_postcode": "QA1 1AA",
}  # fmt: skip


def started(town, stream, number=ADDRESS):
    client = town.opened_by(town.client(SAM), stream)
    at = f"/staff/customers/{stream}/correct/{number}"
    return client, at, client.get(at)


def test_the_right_values_fold_in_the_wrong_ones_place(town, rhian):
    client, at, page = started(town, rhian)
    said = text(page)
    assert "3 Mill Lane" in said and "QA1 1AA" in said and "Address, each line on its own" in said
    typed = hidden(page) | AS_RECORDED | {"right_lines": "8 Mill Lane\nFlintshire", "why": "She spelt it out to me"}
    check = client.post(at, typed)
    said = text(check)
    assert check.status_code == 200 and "3 Mill Lane" in said and "8 Mill Lane" in said and "Put it right" in said
    assert town.seen(rhian).person.addresses["home"].lines == ("3 Mill Lane", "Flintshire")
    answer = client.post(at, typed | {"_checked": "1"})
    assert answer.status_code == 302, text(answer)
    home = town.seen(rhian).person.addresses["home"]
    assert (home.lines, home.postcode, home.role) == (("8 Mill Lane", "Flintshire"), "QA1 1AA", "home")
    assert "(put right since)" in text(client.get(f"/staff/customers/{rhian}/timeline"))
    assert "8 Mill Lane" in text(client.get(at))


def test_nothing_is_corrected_without_a_change_or_without_why(town, rhian):
    client, at, page = started(town, rhian)
    same = client.post(at, hidden(page) | AS_RECORDED | {"why": "I am not sure", "_checked": "1"})
    assert same.status_code == 422 and "Nothing here differs" in text(same)
    silent = client.post(at, hidden(page) | AS_RECORDED | {"right_postcode": "QA1 1AB", "why": ""})
    assert silent.status_code == 422


def test_what_was_typed_comes_back_to_be_changed(town, rhian):
    client, at, page = started(town, rhian)
    again = client.post(at, hidden(page) | AS_RECORDED | {"right_postcode": "QA1 1AB", "why": "mistyped", "_change": "1"})
    assert again.status_code == 200 and "QA1 1AB" in again.content.decode()


def test_a_wrong_value_is_said_at_its_box(town, rhian):
    client, at, page = started(town, rhian)
    wrong = client.post(at, hidden(page) | AS_RECORDED | {"right_postcode": "nowhere", "why": "mistyped"})
    assert wrong.status_code == 422 and 'href="#right_postcode"' in wrong.content.decode()


def test_what_somebody_may_not_see_or_is_not_there_is_no_page(town):
    stream = town.rhian(ProtectedAddressRecorded(lines=("A refuge",)))
    from .conftest import RHIAN

    for number in (len(RHIAN()) + 1, 5000, 0):
        _, _, page = started(town, stream, number)
        assert page.status_code == 404, number


def test_every_entry_on_the_timeline_can_be_opened_to_be_put_right(town, rhian):
    import re

    town_name = town.rhian(NameChanged(given="Rian", family="Morgan"))
    for stream in (rhian, town_name):
        client = town.opened_by(town.client(SAM), stream)
        links = re.findall(r'href="([^"]+/correct/\d+)"', client.get(f"/staff/customers/{stream}/timeline").content.decode())
        assert links
        for link in links:
            assert client.get(link).status_code == 200, link


@pytest.mark.journey
def test_it_is_accessible_and_fits(town, rhian, service, page, axe):
    sign_in(page, town, service, SAM)
    page.set_default_timeout(8_000)
    page.goto(f"/staff/customers/{rhian}/open")
    page.get_by_label("To put something right in the record").check()
    page.get_by_label("What do you need to see, in a sentence?").fill("her address is wrong")
    page.get_by_role("button", name="Open the record").click()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"/staff/customers/{rhian}/correct/{ADDRESS}")
        assert axe(page) + sideways(page) == []
        page.get_by_label("Address, each line on its own").fill("8 Mill Lane")
        page.get_by_label("What was wrong").fill("She spelt it out")
        page.get_by_role("button", name="Check what changes").click()
        page.get_by_role("heading", name="Check what changes").wait_for()
        assert axe(page) + sideways(page) == []
