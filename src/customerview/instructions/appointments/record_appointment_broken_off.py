"""Record that an appointment began and was broken off."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import AppointmentBrokenOff
from .on_appointment import HowItWent
from .record_appointment_kept import needed_at_any
from .words import WHY_MOVED, WISHES


class RecordAppointmentBrokenOff(HowItWent, frozen=True, kw_only=True):
    """Your appointment began and was not finished. It is not counted as missed."""

    about = records(Words("Record that it was broken off", "Cofnodi ei fod wedi dod i ben cyn pryd"), may=(*STAFF, "line_system"))

    wish: Annotated[str, field("At whose wish?", kind="choice", choices=WISHES.items())]
    why: Annotated[str, field("Why?", kind="choice", choices=WHY_MOVED.items())]
    not_met: Annotated[tuple[str, ...], field("What they need and was missing (optional)", kind="choices", choices=needed_at_any)] = ()
    rebook: Annotated[bool, field("Is another appointment needed?", kind="yes_no")] = True
    said: Annotated[str, field("What happened? (optional)", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            AppointmentBrokenOff(
                appointment=self.appointment,
                wish=self.wish,
                why=self.why,
                not_met=self.not_met,
                rebook=self.rebook,
                said=self.said,
            )
        ]
