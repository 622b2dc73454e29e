"""Record that a customer was not at an appointment. What is known of the reason is written down; nothing adverse follows of it."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import AppointmentMissed
from .on_appointment import HowItWent
from .words import WHY_MISSED

TOLD_US = Words("They told us before that they cannot make it, so they did not miss it. Move it, cancel it, or record that it stays.",
                "Dywedon nhw wrthym ymlaen llaw na allant ddod, felly ni chollon nhw ef. Symudwch ef, canslwch ef, neu cofnodwch ei fod yn aros.")  # fmt: skip


class RecordAppointmentMissed(HowItWent, frozen=True, kw_only=True):
    """You were not at your appointment. We ask you why, and what would help; nothing is taken from you because of it."""

    about = records(Words("Record that they were not there", "Cofnodi nad oeddent yno"), may=(*STAFF, "line_system"))

    why: Annotated[str, field("Why, if you know it? (optional)", kind="choice", choices=WHY_MISSED.items())] = ""
    said: Annotated[str, field("What happened? (optional)", kind="long_text", max_length=500)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        return [Problem("appointment", TOLD_US)] if self.one(record).cannot else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = self.one(record)
        stay = record.stays.on(one.day)
        return [
            AppointmentMissed(
                appointment=self.appointment, why=self.why or (stay.stay if stay else ""), stay=stay.stay if stay else "",
                not_arranged=one.left_to_arrange, said=self.said,
            )
        ]  # fmt: skip
