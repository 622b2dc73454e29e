"""What everything done about one appointment has in common: that it stands in the diary and is not over."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Problem, Record, Words, field

from .slices import Appointment, held, line_it_is_about

NOT_OPEN = Words(
    "This appointment is over, or there is none with this number.", "Mae'r apwyntiad hwn drosodd, neu nid oes un â'r rhif hwn."
)
NOT_YET = Words("This appointment has not been yet.", "Nid yw'r apwyntiad hwn wedi bod eto.")
WAITS = Words("A death was reported, so this appointment waits. It cannot have been missed or kept.",
              "Adroddwyd am farwolaeth, felly mae'r apwyntiad hwn yn aros. Ni all fod wedi'i golli na'i gadw.")  # fmt: skip


class OnAppointment(Action, frozen=True, kw_only=True):
    """Base of what is done about one appointment that stands."""

    appointment: Annotated[int, field("Which appointment?", kind="number", hidden=True, ge=1)]

    def one(self, record: Record) -> Appointment:
        return record.appointments.open[self.appointment]

    def line(self, record: Record) -> str:
        one = record.appointments.of(self.appointment)
        return line_it_is_about(one, record) if one else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.appointments.open.get(self.appointment)
        kept_from_them = one is not None and one.private and asked.by.kind == "representative"
        return [Problem("appointment", NOT_OPEN)] if one is None or kept_from_them else []


class HowItWent(OnAppointment, frozen=True, kw_only=True):
    """Base of recording how an appointment went: its time has come, and it did not wait because of a death."""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if asked.at < self.one(record).at:
            return [Problem("appointment", NOT_YET)]
        return [Problem("appointment", WAITS)] if held(record) else []
