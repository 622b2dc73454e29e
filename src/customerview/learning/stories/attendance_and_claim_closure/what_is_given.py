"""What stories of appointments are given: one that stands, or one that was missed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from customerview.instructions.appointments.book_appointment import BookAppointment
from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.kernel import LONDON

TOMORROW = datetime(2026, 3, 3, 14, tzinfo=LONDON)
"""Stories begin on Monday 2 March 2026 at ten."""
NEXT_WEEK = TOMORROW + timedelta(days=7)


def booked(**more: Any) -> AppointmentBooked:
    """An appointment with the UC case team, as it stands in the diary."""
    said = {"at": TOMORROW, "minutes": 30, "how": "mobile", "purpose": "work", "line": "UC", "team": "uc.case"}
    return AppointmentBooked(**said | more)


def book(**more: Any) -> BookAppointment:
    return BookAppointment(**{"how": "mobile", "at": NEXT_WEEK, "minutes": 30, "purpose": "work", "agreed": True} | more)
