"""Remind a customer of an appointment, by a way they can use."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.slices import why_not_usable
from .facts import AppointmentReminded
from .on_appointment import OnAppointment

WRITTEN = ("email", "journal")
"""A reminder the platform writes by itself: a letter in the account or by email, which is there the same day."""


class RemindOfAppointment(OnAppointment, frozen=True, kw_only=True):
    """We remind you of your appointment a day or so before, in a way you can use."""

    about = asks(Words("Remind them of the appointment", "Eu hatgoffa o'r apwyntiad"), may=(*STAFF, "job"), outgoing=True)

    route: Annotated[str, field("How did you remind them?", kind="choice", choices=ROUTES.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if self.one(record).at <= asked.at:
            return [Problem("appointment", Words("This appointment has been.", "Mae'r apwyntiad hwn wedi bod."))]
        if self.route not in ROUTES:
            return [Problem("route", Words("Choose how.", "Dewiswch sut."))]
        return [Problem("route", why)] if (why := why_not_usable(self.route, record)) else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        written = asked.by.kind == "job" and self.route in WRITTEN
        return [AppointmentReminded(appointment=self.appointment, route=self.route, written=written)]
