"""Danger to life: one click begins the plan, what is written is kept and read by those who take part, and it ends with a name and a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from customerview.instructions.six_point_plan.steps import STEPS

from .conftest import LEAD, SAM, TODAY, colleague
from .test_contact import called
from .test_customer_page import hidden, looks, text
from .test_in_a_browser import sideways, sign_in

KIM = colleague("agent", id="10000021")
WORD = "she is on the Menai bridge"


@pytest.fixture
def rhian(town):
    return town.rhian()


def begun(town, stream, client=None):
    client = client or town.client()
    at = f"/staff/customers/{stream}/danger"
    answer = client.post(at, hidden(client.get(at)))
    assert answer.status_code == 302, text(answer)
    return client


def taken(client, stream, step, **typed):
    at = f"/staff/customers/{stream}/danger/{step}"
    return client.post(at, hidden(client.get(at)) | {"went": "done", "said": ""} | typed)


def test_one_click_begins_it_and_is_the_reason_for_the_look(town, rhian):
    client = town.client()
    before = text(client.get(f"/staff/customers/{rhian}/danger"))
    assert "Rhian" not in before and "Ring 999" in before and looks(rhian) == []
    begun(town, rhian, client)
    assert looks(rhian) == [(SAM.code, "Danger to life: the six point plan")]
    said = text(client.get(f"/staff/customers/{rhian}/danger/take_it_seriously"))
    assert "Rhian Morgan" in said and "Ring 999" in said and "01632960001" in said and "Diolch am ddweud" in said
    assert town.seen(rhian).duties.of("finish_six_point_plan")


def test_in_a_contact_its_question_is_answered_and_the_duty_is_met_at_the_end(town, rhian):
    client = begun(town, rhian, called(town, rhian))
    assert town.seen(rhian).duties.of("start_six_point_plan")
    for step in STEPS:
        assert taken(client, rhian, step).status_code == 302
    at = f"/staff/customers/{rhian}/danger/hand_on"
    day = TODAY + timedelta(days=1)
    ended = hidden(client.get(at)) | {
        "ending": "with_somebody", "who": "Lee Hughes", "follow_up_by-day": day.day, "follow_up_by-month": day.month, "follow_up_by-year": day.year, "said": "",
    }  # fmt: skip
    answer = client.post(at, ended)
    assert answer.status_code == 302, text(answer)
    duties = town.seen(rhian).duties
    assert not duties.of("start_six_point_plan") and duties.of("follow_up_six_point_plan")


def test_it_does_not_end_with_a_step_left_out_and_says_which(town, rhian):
    client = begun(town, rhian)
    taken(client, rhian, "find_out")
    at = f"/staff/customers/{rhian}/danger/hand_on"
    said = text(client.get(at))
    assert "Get emergency help" in said and "Before the plan can end" in said
    answer = client.post(at, hidden(client.get(at)) | {
        "ending": "with_somebody", "who": "Lee", "follow_up_by-day": TODAY.day, "follow_up_by-month": TODAY.month, "follow_up_by-year": TODAY.year,
    })  # fmt: skip
    assert answer.status_code == 409


def test_what_is_typed_is_kept_before_the_step_is_done(town, rhian):
    client = begun(town, rhian)
    at = f"/staff/customers/{rhian}/danger/find_out"
    kept = client.post(f"{at}/notes", hidden(client.get(at)) | {"said": WORD}, headers={"Accept": "application/json"})
    assert kept.json() == {"saved": True}
    assert WORD in text(client.get(at))
    without = client.post(at, hidden(client.get(at)) | {"said": WORD})
    assert without.status_code == 422 and WORD in text(without) and "Select how this step went" in text(without)


def test_a_colleague_joins_and_then_sees_what_was_written(town, rhian):
    taken(begun(town, rhian), rhian, "find_out", said=WORD)
    kim = town.client(KIM)
    at = f"/staff/customers/{rhian}/danger"
    town.opened_by(kim, rhian)
    assert WORD not in text(kim.get(f"{at}/find_out")) and "Join the plan" in text(kim.get(at))
    begun(town, rhian, kim)
    assert WORD in text(kim.get(f"{at}/find_out"))


def test_nobody_else_meets_the_words_the_role_does(town, rhian):
    taken(begun(town, rhian), rhian, "find_out", said=WORD)
    kim = town.opened_by(town.client(KIM), rhian)
    for page in ("", "/timeline", "/can-do", "/looks"):
        assert WORD not in text(kim.get(f"/staff/customers/{rhian}{page}")), page
    lead = town.opened_by(town.client(LEAD), rhian)
    assert "Six point plan, Find out: Done" in text(lead.get(f"/staff/customers/{rhian}/timeline"))
    assert "Six point plan, Find out: Done" not in text(kim.get(f"/staff/customers/{rhian}/timeline"))


def test_it_is_one_click_from_every_page(town, rhian):
    client = town.client()
    for page in ("/staff/", "/staff/team", "/staff/find", "/staff/agree", "/staff/instructions"):
        assert 'href="/staff/danger"' in client.get(page).content.decode(), page
    for page in ("open", "contact/start"):
        assert f'href="/staff/customers/{rhian}/danger"' in client.get(f"/staff/customers/{rhian}/{page}").content.decode(), page
    town.opened_by(client, rhian)
    assert f'href="/staff/customers/{rhian}/danger"' in client.get(f"/staff/customers/{rhian}").content.decode()
    assert "Rhian" in text(client.get("/staff/danger"))


def test_an_unknown_step_or_customer_is_no_page(town, rhian):
    client = begun(town, rhian)
    assert client.get(f"/staff/customers/{rhian}/danger/nothing").status_code == 404


@pytest.mark.journey
@pytest.mark.parametrize("width", [1280, 320])
def test_it_is_accessible_and_goes_by_keyboard_without_scripts(town, rhian, service, browser, axe, width):
    context = browser.new_context(java_script_enabled=width != 320, base_url=service.url, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.set_default_timeout(8_000)
    sign_in(page, town, service, SAM)
    page.goto(f"/staff/customers/{rhian}/danger")
    page.get_by_role("button", name="Start the plan").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Take it seriously").wait_for()
    page.get_by_label("What was said or done").fill(WORD)
    page.get_by_label("Done", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save and go on").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Bring a colleague in").wait_for()
    if width != 320:
        for step in ("", "/find_out", "/hand_on"):
            page.goto(f"/staff/customers/{rhian}/danger{step}")
            assert axe(page) + sideways(page) == [], step
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(f"/staff/customers/{rhian}/danger/find_out")
        assert axe(page) + sideways(page) == []
    context.close()
