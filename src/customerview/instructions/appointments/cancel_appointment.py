"""Cancel an appointment: said by whom and why, and whether it is needed all the same."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import AppointmentCancelled
from .on_appointment import OnAppointment
from .words import WHY_CANCELLED, WISHES


class CancelAppointment(OnAppointment, frozen=True, kw_only=True):
    """Your appointment does not take place. Nothing that you get depends on it having been cancelled."""

    about = records(Words("Cancel the appointment", "Canslo'r apwyntiad"), may=(*STAFF, "line_system"))

    wish: Annotated[str, field("At whose wish?", kind="choice", choices=WISHES.items())]
    why: Annotated[str, field("Why?", kind="choice", choices=WHY_CANCELLED.items())]
    rebook: Annotated[bool, field("Is the appointment still needed, at another time?", kind="yes_no")]
    said: Annotated[str, field("What was said? (optional)", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppointmentCancelled(appointment=self.appointment, wish=self.wish, why=self.why, rebook=self.rebook, said=self.said)]
