"""Say what came of a missed appointment: what they said, or that they could not be reached; and whether a visit is needed."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import MissedFollowedUp
from .slices import line_it_is_about
from .words import MISSED_OUTCOMES, WHY_MISSED

DONE = Words("This was followed up already, or nothing was missed.", "Dilynwyd hyn eisoes, neu ni chollwyd dim.")
SAY_WHY = Words("Say what they told you the reason was.", "Dywedwch beth oedd y rheswm a roddwyd i chi.")


class FollowUpMissed(Action, frozen=True, kw_only=True):
    """We asked you why we did not meet, and what would help the next time."""

    about = asks(Words("Say what came of the missed appointment", "Dweud beth ddaeth o'r apwyntiad a gollwyd"), may=STAFF)

    appointment: Annotated[int, field("Which appointment?", kind="number", hidden=True, ge=1)]
    outcome: Annotated[str, field("What came of it?", kind="choice", choices=MISSED_OUTCOMES.items())]
    visit: Annotated[
        bool, field("Is a visit at home needed?", kind="yes_no", hint="Think of it wherever their needs make other ways hard.")
    ]
    rebook: Annotated[bool, field("Is the appointment still needed?", kind="yes_no")]
    why: Annotated[str, field("What was the reason? (optional)", kind="choice", choices=WHY_MISSED.items())] = ""
    said: Annotated[str, field("In their words (optional)", kind="long_text", max_length=1000)] = ""

    def line(self, record: Record) -> str:
        one = record.appointments.of(self.appointment)
        return line_it_is_about(one, record) if one else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.appointment not in record.appointments.missed:
            return [Problem("appointment", DONE)]
        if self.outcome == "reason" and not (self.why or self.said.strip()):
            return [Problem("why", SAY_WHY)]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            MissedFollowedUp(
                appointment=self.appointment,
                outcome=self.outcome,
                visit=self.visit,
                rebook=self.rebook,
                why=self.why,
                said=self.said,
            )
        ]
