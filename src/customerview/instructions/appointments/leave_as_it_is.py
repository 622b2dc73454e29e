"""Record that an appointment stays as it is, as agreed with the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import LeftAsItIs
from .on_appointment import OnAppointment

NOT_ASKED = Words("They did not say that they cannot make it.", "Ni ddywedon nhw na allant ddod.")


class LeaveAsItIs(OnAppointment, frozen=True, kw_only=True):
    """You thought that you could not make an appointment, and we agreed that it stays."""

    about = records(Words("Record that it stays as it is", "Cofnodi ei fod yn aros fel y mae"), may=STAFF)

    said: Annotated[str, field("What did you agree with the customer?", kind="long_text", min_length=3, max_length=500,
                               missing="Say what you agreed.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        return [] if self.one(record).cannot else [Problem("appointment", NOT_ASKED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [LeftAsItIs(appointment=self.appointment, said=self.said)]
