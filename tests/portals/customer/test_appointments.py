"""Appointments in the customer's account: the next one first, what will be there, a file for the calendar, and a way to say "I cannot"."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from customerview.instructions import catalogue
from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.kernel import LONDON, in_words

from .conftest import AGENT, TODAY, Town, sign_in
from .test_changing import go_on

pytestmark = pytest.mark.journey
SOON = datetime.combine(catalogue().calendars.of("england_and_wales", TODAY).add(TODAY, 6), time(14), LONDON)


@pytest.fixture(scope="module")
def town(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


@pytest.fixture(scope="module")
def booked(town):
    """PIP books a call with Rhian, who needs more time."""
    town.do("agree_adjustment", town.rhian, AGENT, adjustment="longer_call")
    town.do("acknowledge_key_facts", town.rhian, AGENT)
    done = town.do(
        "book_appointment",
        town.rhian,
        AGENT,
        how="mobile",
        at=SOON,
        minutes=40,
        purpose="review",
        agreed=True,
        award="PIP-1",
        bring=("letter",),
    )
    return next(f.number for f in done.facts if isinstance(f.fact, AppointmentBooked))


def test_seen_put_in_a_calendar_and_told_what_would_help(town, booked, as_rhian, looked_at):
    page = as_rhian
    expect(page.get_by_role("heading", name="Your next appointment")).to_be_visible()
    page.get_by_role("link", name=in_words(SOON, weekday=True, time=True)).click()
    main = page.locator("main")
    for words in (
        "07700 900 456",
        "Allow more time on calls and at appointments. We are arranging it.",
        "To look at your award again",
        "the letter about this appointment",
    ):
        expect(main).to_contain_text(words)
    looked_at(page, "appointment")

    with page.expect_download() as kept:
        page.get_by_role("link", name="Add it to your calendar").click()
    (event,) = Calendar.from_ical(kept.value.path().read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt == SOON and event["DTEND"].dt == SOON + timedelta(minutes=40)
    assert not {"PIP", "Personal", "award", "time on calls"} & set(f"{event['SUMMARY']} {event['DESCRIPTION']}".split()), (
        "others may see a calendar"
    )

    page.get_by_role("button", name="This would help me on the day").click()
    go_on(page)
    page.get_by_label("Anything else, in your own words?").fill("Ring twice, I am slow to the phone")
    go_on(page)
    go_on(page, "Tell us")
    expect(page.get_by_text("We arrange it before the day")).to_be_visible()
    page.goto(f"/account/appointments/{booked}")
    expect(main).to_contain_text("“Ring twice, I am slow to the phone”. We are arranging it.")
    page.goto("/account/appointments")
    looked_at(page, "appointments")


def test_cannot_make_it_is_a_promise_of_ours_and_never_missed(town, booked, as_rhian):
    page = as_rhian
    page.goto(f"/account/appointments/{booked}")
    page.get_by_role("button", name="Ask to move it, or say you cannot make it").click()
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Choose what you would like")
    page.get_by_label("I would like another day or time").check()
    go_on(page)
    page.get_by_label("Which days or times are good for you?").fill("Any morning")
    go_on(page)
    go_on(page)
    go_on(page, "Tell us")
    expect(page.get_by_text("It is not counted as missed").first).to_be_visible()
    assert town.facts(town.rhian, "CannotMakeItSaid") == 1
    page.goto("/account/")
    expect(page.locator("main")).to_contain_text("You told us that you cannot make it. We will be in touch.")
    expect(page.locator("main")).to_contain_text("Answer you about the appointment you cannot make")
    page.goto(f"/account/appointments/{booked}")
    expect(page.get_by_role("button", name="Ask to move it")).to_have_count(0)


def test_whoever_acts_sees_what_they_act_for(town, booked, page, service):
    town.act(town.gwen, town.rhian, lines=("ESA",))
    sign_in(page, "Gwen Morgan")
    if "for-whom" in page.url:
        page.get_by_role("button", name="Rhian Morgan").or_(page.get_by_label("Rhian Morgan")).first.click()
    if "for-whom" in page.url:
        page.get_by_role("button", name="Continue").click()
    page.goto("/account/appointments")
    expect(page.locator("main")).to_contain_text("Nothing is booked")
    assert page.goto(f"/account/appointments/{booked}").status == 404
    assert page.goto(f"/account/appointments/{booked}.ics").status == 404
