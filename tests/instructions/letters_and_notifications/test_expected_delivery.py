"""The honest day of a letter: printed on a working day, then as the post goes."""

from __future__ import annotations

from datetime import datetime

import pytest

from customerview.instructions import catalogue
from customerview.instructions.bank_holidays import calendars
from customerview.instructions.letters_and_notifications.expected_delivery import expected_delivery
from customerview.kernel import LONDON


@pytest.mark.parametrize(("at", "post", "printed", "earliest", "latest"), [
    ("2026-11-16T12:00", "second", "2026-11-17", "2026-11-23", "2026-11-24"),
    ("2026-11-16T17:30", "second", "2026-11-18", "2026-11-24", "2026-11-25"),
    ("2026-11-20T12:00", "first", "2026-11-23", "2026-11-24", "2026-11-24"),
    ("2026-11-19T12:00", "first", "2026-11-20", "2026-11-21", "2026-11-21"),
    ("2026-12-23T12:00", "first", "2026-12-24", "2026-12-29", "2026-12-29"),
    ("2026-11-21T09:00", "economy", "2026-11-24", "2026-11-30", "2026-12-03"),
])  # fmt: skip
def test_the_day_a_letter_can_be_expected(at, post, printed, earliest, latest):
    moment = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    found = expected_delivery(moment, calendars().of("england_and_wales", moment.date()), catalogue().figures, post)
    assert [d.isoformat() for d in (found.printed, found.earliest, found.latest)] == [printed, earliest, latest]
    assert found.say("en").startswith("We will print it on") and "Byddwn" in found.say("cy")
