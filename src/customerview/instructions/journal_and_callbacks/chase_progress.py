"""Ask where something undecided is."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..directory import team
from ..roles import STAFF
from .facts import MATTERS, ProgressChased
from .send_message_to_us import awards
from .teams import lead_line

HOLDERS = {"reconsideration": "DRS", "complaint": "COMPLAINTS"}
"""Matters that a team of their own holds; any other is held by the line's decision team."""


class ChaseProgress(Action, frozen=True, kw_only=True):
    """Ask where things are. The team that has it answers you."""

    about = records(Words("Ask where things are", "Gofyn ble mae pethau arni"), may=("customer", "representative", *STAFF))

    matter: Annotated[str, field(Words("What do you want to know about?", "Am beth ydych chi eisiau gwybod?"), kind="choice",
                                 choices=MATTERS.items(), missing=Words("Select what it is about", "Dewiswch am beth mae"))]  # fmt: skip
    award: Annotated[str, field(Words("Which benefit is it about?", "Pa fudd-dal mae'n ymwneud ag ef?"), kind="choice", choices=awards)] = (
        ""
    )
    said: Annotated[
        str, field(Words("What do you want to know?", "Beth ydych chi eisiau ei wybod?"), kind="long_text", max_length=1000)
    ] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = lead_line(record, self.award)
        holder = HOLDERS.get(self.matter)
        held_by = team(holder) if holder else team(line, "decisions")
        return [ProgressChased(matter=f"{self.matter}:{line}", line=holder or line, team=held_by, said=self.said)]
