"""Booking for a customer: locked until what is new is read, by a way they can use; then seen, moved, and how it went recorded."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from customerview.instructions import catalogue
from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.records_and_notes.facts import NotePinned
from customerview.kernel import LONDON, in_words

from .conftest import SAM
from .test_contact import called
from .test_customer_page import hidden, text
from .test_in_a_browser import open_with_a_reason, sideways, sign_in, small_text

TODAY = datetime.now(LONDON).date()
SOON = datetime.combine(catalogue().calendars.of("england_and_wales", TODAY).add(TODAY, 6), time(14), LONDON)
LATER = datetime.combine(catalogue().calendars.of("england_and_wales", TODAY).add(TODAY, 9), time(14), LONDON)
BOOKING = {
    "how": "phone", "minutes": "40", "purpose": "review", "agreed": "yes", "at-day": str(SOON.day), "at-month": str(SOON.month), "at-year": str(SOON.year),
    "at-time": "2pm", "place": "",
}  # fmt: skip


@pytest.fixture
def rhian(town):
    return town.rhian(NotePinned(text="Cannot travel alone: ring first."))


def locked_open(client, at) -> str:
    """Read what is new, and the form opens."""
    first = text(client.get(at))
    assert "First read what is new since you last looked" in first and "Cannot travel alone: ring first." in first
    assert 'name="purpose"' not in client.get(at).content.decode(), "the diary is locked"
    assert client.post(at, hidden(client.get(at)) | {"_acknowledged": "first"}).status_code == 302
    return client.get(at).content.decode()


def test_the_diary_opens_once_what_is_new_is_read_and_a_booking_is_seen(town, rhian):
    client, at = called(town, rhian), f"/staff/customers/{rhian}/do/book_appointment"
    assert 'name="purpose"' in locked_open(client, at)
    assert town.seen(rhian).notes.acknowledged[SAM.code] > 0, "it is logged who read it"
    sunday = SOON + timedelta(days=6 - SOON.weekday())
    wrong = client.post(
        at, hidden(client.get(at)) | BOOKING | {"at-day": str(sunday.day), "at-month": str(sunday.month), "at-year": str(sunday.year)}
    )
    assert wrong.status_code == 422 and "is a Sunday. Choose another day." in text(wrong)
    done = client.post(at, hidden(client.get(at)) | BOOKING)
    assert done.status_code == 302 and done["Location"].endswith("/contact"), text(done)
    assert "An appointment was booked" in text(client.get(f"/staff/customers/{rhian}/contact"))
    page = text(client.get(f"/staff/customers/{rhian}"))
    assert f"Next appointment {in_words(SOON, weekday=True, time=True)}: phone call to a landline" in page
    assert "Move" in page and "Cancel" in page and "It took place" not in page
    (number,) = town.seen(rhian).appointments.open
    assert client.get(f"/staff/customers/{rhian}/correct/{number}").status_code == 200
    at = f"/staff/customers/{rhian}/do/move_appointment?appointment={number}"
    later, moved = LATER, hidden(client.get(at))
    assert 'value="40"' in client.get(at).content.decode(), "it begins with what stands"
    moved |= BOOKING | {
        "wish": "customer",
        "why": "ill",
        "at-day": str(later.day),
        "at-month": str(later.month),
        "at-year": str(later.year),
    }
    assert client.post(at, moved).status_code == 302
    assert f"Next appointment {in_words(later, weekday=True, time=True)}" in text(client.get(f"/staff/customers/{rhian}"))


def test_a_way_that_is_of_no_use_is_refused_with_what_is_left(town, rhian):
    client, at = town.opened_by(town.client(SAM), rhian), f"/staff/customers/{rhian}/do/book_appointment"
    locked_open(client, at)
    refused = client.post(at, hidden(client.get(at)) | BOOKING | {"how": "video_relay"})
    assert refused.status_code == 409 and "Offer one of these instead." in text(refused) and "phone call to a landline" in text(refused)


def booked(**more) -> AppointmentBooked:
    said = {
        "at": datetime.now(LONDON) - timedelta(hours=3),
        "minutes": 30,
        "how": "phone",
        "purpose": "review",
        "line": "PIP",
        "team": "pip.case",
    }
    return AppointmentBooked(**said | more)


def test_how_it_went_is_recorded_with_what_was_missing(town):
    rhian = town.rhian(booked(adjustments=("longer_call",)))
    number = next(iter(town.seen(rhian).appointments.open))
    client, at = town.opened_by(town.client(SAM), rhian), f"/staff/customers/{rhian}/do/record_appointment_kept?appointment={number}"
    page = text(client.get(at))
    assert "What is to be there Allow more time on calls and at appointments" in page
    assert client.post(at, hidden(client.get(at)) | {"met": "no"}).status_code == 422
    assert client.post(at, hidden(client.get(at)) | {"met": "no", "not_met": "longer_call"}).status_code == 302
    page = text(client.get(f"/staff/customers/{rhian}"))
    assert "took place. Missing: Allow more time" in page and "Something the customer needs was not there" in page


def test_after_a_death_it_waits(town):
    rhian = town.rhian(booked(at=SOON), DeathReported(source="caller"))
    client = town.opened_by(town.client(SAM), rhian)
    page = text(client.get(f"/staff/customers/{rhian}"))
    assert "Waits: a death was reported" in page and "Record that nobody goes" in page and "See today that nobody goes to" in page


@pytest.mark.parametrize("width", [1280, 320])
def test_the_booking_is_accessible_and_fits(town, service, page, axe, width):
    rhian = town.rhian(booked(at=SOON, adjustments=("sign_language",), to_arrange=("sign_language",)))
    sign_in(page, town, service, SAM)
    page.set_viewport_size({"width": width, "height": 900})
    open_with_a_reason(page, rhian)
    at = f"/staff/customers/{rhian}/do/book_appointment"
    for step in ("read", "booking", "customer"):
        page.goto(f"/staff/customers/{rhian}" if step == "customer" else at)
        assert axe(page) + sideways(page) + small_text(page) == [], step
        if step == "read":
            page.get_by_role("button", name="I have seen what is new").click()
