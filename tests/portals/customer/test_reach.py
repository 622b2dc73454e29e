"""A customer trying every address and id that is not theirs; somebody who acts, the person they do not act for."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from django.urls import get_resolver
from playwright.sync_api import expect

from customerview.identity import audience_of
from tests.identity.test_audiences import routes

from .conftest import AGENT, TODAY, line, sign_in

ESA_AGENT = msgspec.structs.replace(AGENT, teams=("esa.case",), line="ESA")

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def secrets(town):
    """Somebody else's record, with planted words; and Gwen acting for Rhian, for one line only."""
    town.do("send_message_to_us", town.other, AGENT, topic="health", text="Planted words of somebody else")
    town.do("send_message", town.other, AGENT, subject="Planted subject", text="Planted answer")
    town.do("tell_us_in_private", town.rhian, AGENT, worry="Planted worry about Gwen")
    town.do("say_whether_safe", town.rhian, AGENT, what="email", safe=False)
    town.do("report_suspension", town.rhian, line("ESA"), award="ESA-1", ground="entitlement", since=TODAY - timedelta(days=3))
    hold = {"award": "PIP-1", "ground": "suspected_theft", "safe_way": "Planted safe way"}
    town.do("place_protective_hold", town.rhian, AGENT, **hold)
    town.look_at(town.rhian, "Planted reason of safeguarding", withheld=True)
    town.do("send_message", town.rhian, ESA_AGENT, subject="Planted ESA message", text="x", needs_action=True)
    town.do("promise_call_back", town.rhian, ESA_AGENT, reason="Planted promise of ESA")
    town.link = town.act(town.gwen, town.rhian, lines=("PIP",))
    return town


def addresses(town) -> list[str]:
    """Every address of the service, filled in with what is somebody else's."""
    found = []
    for address, route in routes(get_resolver()):
        filled = address.replace("<int:number>", "2").replace("<slug:name>", "change_address").replace("<uuid:stream>", str(town.other))
        if "<" in filled or "^" in filled or audience_of(route.callback) == ("public",):
            continue
        found.append(f"/{filled}")
    return sorted(set(found))


def test_no_address_shows_a_customer_anything_of_somebody_else(secrets, as_rhian):
    tried = addresses(secrets)
    assert len(tried) > 20
    for method in ("GET", "POST"):
        for address in tried:
            answer = as_rhian.request.fetch(address, method=method, max_redirects=3, fail_on_status_code=False)
            assert answer.status < 500, (method, address)
            text = answer.text()
            for secret in ("Planted words", "Planted subject", "Planted answer", "Secretname", "Planted reason"):
                assert secret not in text, (method, address)
            if address.startswith("/staff"):
                assert answer.status in (403, 404, 405), (method, address)
    for number in range(1, 12):  # numbers are each record's own: a number of somebody else's is none of mine
        assert "Planted" not in as_rhian.request.get(f"/account/messages/{number}").text()


def test_a_customer_cannot_write_to_another_record_whatever_is_posted(secrets, as_rhian):
    page = as_rhian
    page.goto("/account/change/say_what_to_call_you")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    before = secrets.facts(secrets.other, "NameUsedSaid")
    for extra in ({"stream": str(secrets.other)}, {"acting_for": str(secrets.other)}, {"_seen": "999999"}, {"for": "1"}):
        for address in (
            "/account/change/say_what_to_call_you/1",
            "/account/change/say_what_to_call_you/check",
            "/sign-in/for-whom",
        ):
            page.request.post(address, form={"csrfmiddlewaretoken": token, "name_used": "Mallory", **extra})
    assert secrets.facts(secrets.other, "NameUsedSaid") == before


def test_a_form_without_our_token_changes_nothing(secrets, as_rhian):
    answer = as_rhian.request.post("/account/messages/1/open", form={})
    assert answer.status == 403


def test_hostile_forms_end_in_a_page_not_a_fault(secrets, as_rhian):
    page = as_rhian
    page.goto("/account/change/send_message_to_us")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    for form in (
        {"topic": "x" * 5000},
        {"topic": "\x00"},
        {"topic": "money", "text": "\ud83d\ude00" * 10},
        {f"f{n}": "1" for n in range(600)},
        {"topic": "m" * 1_100_000},
    ):
        answer = page.request.post(
            "/account/change/send_message_to_us/1", form={"csrfmiddlewaretoken": token, **form}, fail_on_status_code=False
        )
        assert answer.status < 500, list(form)[:1]


def test_whoever_acts_sees_one_person_within_what_they_were_given(secrets, page, axe):
    sign_in(page, "Gwen Morgan")
    page.get_by_label("Rhian Morgan").check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/account/")
    expect(page.get_by_text("You are acting for")).to_be_visible()
    assert axe(page) == []
    everything = ""
    for name in ("", "benefits", "details", "support", "messages", "people", "looks", "history"):
        assert page.goto(f"/account/{name}").status == 200, name
        everything += page.locator("main").inner_text()
    assert "Personal Independence Payment" in everything
    for secret in ("Planted", "Call you back", "private", "not safe", "Employment and Support", "in private", "taking"):
        assert secret not in everything, secret
    for name in ("tell_us_in_private", "withdraw_consent", "record_consent", "say_whether_safe"):
        assert page.goto(f"/account/change/{name}").status == 403, name
    before = secrets.facts(secrets.rhian, "NameUsedSaid")
    page.goto("/account/change/say_what_to_call_you")
    page.get_by_label("What should we call you?").fill("Mam")
    page.locator("main").get_by_role("button", name="Continue").click()
    page.locator("main").get_by_role("button", name="Confirm and send").click()
    expect(page.get_by_text("Your reference")).to_be_visible()
    assert secrets.facts(secrets.rhian, "NameUsedSaid") == before + 1 and secrets.facts(secrets.gwen, "NameUsedSaid") == 0


def test_from_the_day_they_no_longer_act_nothing_is_shown(secrets, page):
    sign_in(page, "Gwen Morgan")
    page.get_by_label("Rhian Morgan").check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/account/")
    secrets.do("end_authority", secrets.rhian, AGENT, authority=secrets.link, ended=TODAY - timedelta(days=1), why="withdrawn")
    assert page.goto("/account/").status == 403
    assert page.goto("/account/details").status == 403
    page.goto("/sign-in/for-whom")
    assert "Rhian" not in page.locator("main").inner_text()
