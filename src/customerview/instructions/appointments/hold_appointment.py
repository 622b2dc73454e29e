"""Record that nobody goes to an appointment: a death was reported."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Problem, Record, Words, records

from ..roles import STAFF
from .facts import AppointmentHeld
from .on_appointment import OnAppointment
from .slices import held

NO_DEATH = Words("No death is recorded, so nothing waits.", "Nid oes marwolaeth wedi'i chofnodi, felly nid oes dim yn aros.")
KNOWN = Words("Whoever would have come knows already.", "Mae pwy bynnag fyddai wedi dod yn gwybod eisoes.")


class HoldAppointment(OnAppointment, frozen=True, kw_only=True):
    """A death was reported. Nobody comes or rings; the appointment waits until it is known whether that is so."""

    about = records(Words("Record that nobody goes", "Cofnodi nad oes neb yn mynd"), may=(*STAFF, "line_system"))

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if not held(record):
            return [Problem("appointment", NO_DEATH)]
        return [Problem("appointment", KNOWN)] if self.one(record).stood_down else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppointmentHeld(appointment=self.appointment)]
