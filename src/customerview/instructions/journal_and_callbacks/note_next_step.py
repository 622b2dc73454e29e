"""Record that something calls for a later step."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..directory import team
from ..roles import STAFF
from .facts import NEXT_STEPS, NextStepArose
from .send_message_to_us import awards
from .teams import lead_line


class NoteNextStep(Action, frozen=True, kw_only=True):
    """What happened calls for a later step, which is owed from now on."""

    about = records(Words("Record a step that is needed", "Cofnodi cam sydd ei angen"), may=(*STAFF, "line_system", "job"))

    next_step: Annotated[str, field("What is needed?", kind="choice", choices=NEXT_STEPS.items())]
    award: Annotated[str, field("For which benefit?", kind="choice", choices=awards)] = ""
    due: Annotated[date | None, field("By when, if there is a date?", kind="date")] = None

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = lead_line(record, self.award)
        return [NextStepArose(next_step=self.next_step, line=line, team=team(line), due=self.due)]
