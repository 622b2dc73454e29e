"""Move an appointment to another time, or to another way of meeting."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import AppointmentMoved
from .on_appointment import OnAppointment
from .when_and_where import Agreed, At, HowMet, Minutes, Place, applied, day_of, prepared, wrong_with
from .words import OWN_WORDS, WHY_MOVED, WISHES


class MoveAppointment(OnAppointment, frozen=True, kw_only=True):
    """Your appointment is at another time. What you need is arranged again for the new day."""

    about = asks(Words("Move the appointment", "Symud yr apwyntiad"), may=STAFF, outgoing=True)

    how: HowMet
    at: At
    minutes: Minutes
    wish: Annotated[str, field("At whose wish?", kind="choice", choices=WISHES.items())]
    why: Annotated[str, field("Why?", kind="choice", choices=WHY_MOVED.items())]
    agreed: Agreed
    place: Place = ""
    said: Annotated[str, field("What was said? (optional)", kind="long_text", max_length=500)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        return wrong_with(self.at, self.minutes, self.how, self.place, record, asked, but=self.appointment)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = self.one(record)
        asked_for = tuple(a for a in one.adjustments if a not in record.needs.adjustments)
        needed = applied(record, asked_for)["adjustments"]
        return [
            AppointmentMoved(
                appointment=self.appointment, at=self.at, minutes=self.minutes, how=self.how, wish=self.wish, why=self.why,
                notice_wd=asked.calendar.between(asked.today, day_of(one.at)), agreed=self.agreed, was=one.at, place=self.place, said=self.said,
                **prepared(self.at, needed, asked, (OWN_WORDS,) if one.would_help else ()),
            )
        ]  # fmt: skip
