"""Record what was done about adjustments that were not there."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import NotMetFollowedUp

DONE = Words("Nothing was missing at this appointment, or it was followed up already.",
             "Nid oedd dim ar goll yn yr apwyntiad hwn, neu dilynwyd hynny eisoes.")  # fmt: skip


class FollowUpNotMet(Action, frozen=True, kw_only=True):
    """Something you need was not there at your appointment. We look into why, and put it right for the next time."""

    about = records(Words("Follow up what was missing", "Dilyn yr hyn oedd ar goll"), may=STAFF)

    appointment: Annotated[int, field("Which appointment?", kind="number", hidden=True, ge=1)]
    done: Annotated[str, field("What did you do, so that it is there the next time?", kind="long_text", min_length=3, max_length=1000,
                               missing="Say what you did.")]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.appointments.over.get(self.appointment)
        return [] if one is not None and one.not_met else [Problem("appointment", DONE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [NotMetFollowedUp(appointment=self.appointment, done=self.done)]
