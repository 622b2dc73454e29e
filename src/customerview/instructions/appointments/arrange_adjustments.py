"""Record that what a customer needs at an appointment is arranged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import AdjustmentsArranged
from .on_appointment import OnAppointment
from .record_appointment_kept import adjustment_words

NOT_OF_THIS = Words("Choose what is arranged for this appointment.", "Dewiswch yr hyn a drefnwyd ar gyfer yr apwyntiad hwn.")


def left(record: Record) -> Sequence[Choice]:
    """What is still to be arranged for any appointment that stands."""
    codes = dict.fromkeys(a for one in record.appointments.open.values() for a in one.left_to_arrange)
    return [Choice(code, adjustment_words(code)) for code in codes]


class ArrangeAdjustments(OnAppointment, frozen=True, kw_only=True):
    """What you need at your appointment is arranged. If something cannot be, the appointment is moved to a day when it can."""

    about = records(
        Words("Record what is arranged for the day", "Cofnodi'r hyn a drefnwyd ar gyfer y diwrnod"), may=(*STAFF, "line_system")
    )

    arranged: Annotated[tuple[str, ...], field("What is arranged?", kind="choices", choices=left, min_length=1, missing=NOT_OF_THIS)]
    how: Annotated[str, field("How, and with whom? (optional)", max_length=300, hint="Such as the interpreter's booking reference.")] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if not self.one(record).left_to_arrange:
            return [Problem("appointment", Words("Everything is arranged.", "Mae popeth wedi'i drefnu."))]
        return [] if set(self.arranged) <= set(self.one(record).to_arrange) else [Problem("arranged", NOT_OF_THIS)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AdjustmentsArranged(appointment=self.appointment, arranged=self.arranged, how=self.how)]
