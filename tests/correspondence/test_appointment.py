"""Letters about an appointment: each in its words, with what will be there; nothing to somebody who died, and what a provider booked it writes of."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from customerview.instructions.appointments.facts import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
    AppointmentReminded,
    PrivateAppointmentBooked,
)
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.facts import LetterReleased
from customerview.instructions.letters_and_notifications.reading import texts
from customerview.instructions.personal_details.facts import LanguageChosen, RouteRecorded
from customerview.kernel import LONDON, in_words

from .test_writing import House

AT = datetime.combine(datetime.now(LONDON).date() + timedelta(days=9), datetime.min.time().replace(hour=14), LONDON)
BOOKED = AppointmentBooked(
    at=AT, minutes=40, how="phone", purpose="review", line="PIP", team="pip.case", award="PIP-1", adjustments=("sign_language", "longer_call"),
    bring=("letter",), bring_also="Your diary", about="We go through the form page by page.", with_whom="Nerys Hughes",
)  # fmt: skip


@pytest.fixture
def house(own_database):
    return House(own_database).happens(RouteRecorded(route="phone", value="01632 960461"))


def said(letter) -> str:
    return "\n".join(texts(letter.content))


def test_booked_moved_reminded_and_cancelled_each_say_their_own(house):
    house.happens(BOOKED)
    number = 5
    ((booked,)) = house.write()
    for words in (
        in_words(AT, weekday=True),
        "2:00pm",
        "01632 960461",
        "British Sign Language interpreter",
        "Your diary",
        "page by page",
        "Nerys Hughes",
    ):
        assert words in said(booked)
    house.happens(
        AppointmentMoved(appointment=number, at=AT + timedelta(days=1), minutes=40, how="phone", wish="customer", why="ill", was=AT)
    )
    _, moved = house.write()
    assert f"Before, it was to be on {in_words(AT, weekday=True)}, at 2:00pm." in said(moved)
    assert in_words(AT + timedelta(days=1), weekday=True) in said(moved)
    house.happens(AppointmentReminded(appointment=number, route="mobile"))
    assert len(house.write()) == 2, "what was said on the phone needs no letter"
    house.happens(AppointmentReminded(appointment=number, route="journal", written=True))
    *_, reminded = house.write()
    assert "keep it in mind" in said(reminded)
    house.happens(AppointmentCancelled(appointment=number, wish="us", why="staff", rebook=True))
    *_, cancelled = house.write()
    assert "will not take place" in said(cancelled) and "find another day with you" in said(cancelled)
    assert {one.spec for one in house.write()} == {"appointment"}
    assert len(house.of(LetterReleased)) == 4, "every one passed the checks and left by itself"


def test_in_welsh_first_and_then_in_english(house):
    house.happens(LanguageChosen(language="cy"), BOOKED)
    (letter,) = house.write()
    assert letter.language == "cy" and in_words(AT, "cy", weekday=True) in said(letter)
    assert in_words(AT, "en", weekday=True) in letter.content, "the same in English follows"


def test_nothing_is_written_to_somebody_reported_dead_nor_of_what_a_provider_booked_or_nobody_else_may_know(house):
    house.happens(
        AppointmentBooked(
            at=AT,
            minutes=60,
            how="centre",
            purpose="health_assessment",
            line="ASSESSMENT",
            team="assessment",
            reference="HA-1",
            reported=True,
        )
    )
    house.happens(PrivateAppointmentBooked(at=AT, minutes=30, how="phone", purpose="needs", line="PIP", team="pip.case"))
    house.happens(AppointmentMoved(appointment=6, at=AT, minutes=30, how="phone", wish="customer", why="ill"))
    house.happens(BOOKED, DeathReported(source="caller"))
    house.happens(AppointmentCancelled(appointment=8, wish="us", why="death"))
    assert house.write() == []
