"""A provider's system reports an appointment it booked with a customer, or moved."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..directory import team
from .facts import AppointmentBooked, AppointmentMoved
from .ways import HOWS, why_not_met
from .when_and_where import At, HowMet, Minutes, Place, applied, day_of, prepared
from .words import BRING, PURPOSES, WHY_MOVED, WISHES


class ReportAppointment(Action, frozen=True, kw_only=True):
    """Whoever arranges a health assessment for us tells us of the appointment, so that it is in the one diary that you and we see."""

    about = records(Words("Report an appointment", "Rhoi gwybod am apwyntiad"), may=("line_system",))

    reference: Annotated[str, field("The provider's own reference", min_length=1, max_length=60)]
    how: HowMet
    at: At
    minutes: Minutes
    purpose: Annotated[str, field("What is it about?", kind="choice", choices=PURPOSES.items())] = "health_assessment"
    place: Place = ""
    referral: Annotated[int, field("Which referral?", kind="number", hidden=True)] = 0
    bring: Annotated[tuple[str, ...], field("What should they bring or have near?", kind="choices", choices=BRING.items())] = ()
    wish: Annotated[str, field("If it was moved: at whose wish?", kind="choice", choices=WISHES.items())] = "provider"
    why: Annotated[str, field("If it was moved: why?", kind="choice", choices=WHY_MOVED.items())] = "other"

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.how not in HOWS:
            return [Problem("how", Words("This is no way of meeting.", "Nid yw hon yn ffordd o gyfarfod."))]
        if self.referral and self.referral not in record.referrals.open:
            return [Problem("referral", Words("This referral is not open.", "Nid yw'r atgyfeiriad hwn ar agor."))]
        return []

    def _clashes(self, record: Record) -> bool:
        others = (one for one in record.appointments.open.values() if one.reference != self.reference)
        return any(one.overlaps(self.at, self.minutes) for one in others)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        needed, line = applied(record), asked.by.line or "ASSESSMENT"
        where = {
            "at": self.at, "minutes": self.minutes, "how": self.how, "place": self.place, "reported": True,
            "unreachable": why_not_met(self.how, day_of(self.at), record) is not None or self._clashes(record),
        } | prepared(self.at, needed["adjustments"], asked)  # fmt: skip
        if known := record.appointments.by_reference(self.reference):
            return [] if _same(known.at, known.how, self) else [
                AppointmentMoved(
                    appointment=known.number, wish=self.wish, why=self.why, notice_wd=asked.calendar.between(asked.today, known.day), was=known.at, **where
                )
            ]  # fmt: skip
        referral = self.referral or next(iter(record.referrals.open), 0)
        return [
            AppointmentBooked(
                purpose=self.purpose,
                line=line,
                team=team(line),
                referral=referral,
                reference=self.reference,
                bring=self.bring,
                **needed,
                **where,
            )
        ]


def _same(at: datetime, how: str, said: ReportAppointment) -> bool:
    return at == said.at and how == said.how
