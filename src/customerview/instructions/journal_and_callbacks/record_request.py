"""Ask for something to be decided or done."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..directory import team
from ..roles import STAFF
from .facts import REQUESTS, RequestRecorded
from .send_message_to_us import awards
from .teams import holding_team, lead_line

DECIDED = ("backdating", "change")
"""Requests that somebody has to decide on; any other is the case team's to do."""


class RecordRequest(Action, frozen=True, kw_only=True):
    """Ask us to decide or do something. You get it, or an answer with reasons."""

    about = records(Words("Ask for something", "Gofyn am rywbeth"), may=("customer", "representative", *STAFF))

    request: Annotated[str, field(Words("What do you need?", "Beth sydd ei angen arnoch?"), kind="choice", choices=REQUESTS.items(),
                                  missing=Words("Select what is asked for", "Dewiswch am beth y gofynnir"))]  # fmt: skip
    what: Annotated[
        str,
        field(Words("Say what, in your own words", "Dywedwch beth, yn eich geiriau eich hun"), kind="long_text", min_length=2, max_length=1000,
              missing=Words("Say what is asked for", "Dywedwch am beth y gofynnir")),
    ]  # fmt: skip
    award: Annotated[str, field(Words("Which benefit is it about?", "Pa fudd-dal mae'n ymwneud ag ef?"), kind="choice", choices=awards)] = (
        ""
    )
    earlier_date: Annotated[date | None, field(Words("From which date, if it is to be paid from earlier?", "O ba ddyddiad, os yw i'w dalu o ddyddiad cynharach?"), kind="date")] = None  # fmt: skip
    reasons: Annotated[str, field(Words("Why from that date?", "Pam o'r dyddiad hwnnw?"), kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.request == "backdating" and self.earlier_date is None:
            return [Problem("earlier_date", Words("Enter the date to pay from", "Rhowch y dyddiad i dalu ohono"))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = lead_line(record, self.award)
        owed_by = team(line, "decisions") if self.request in DECIDED else holding_team(record, line)
        return [
            RequestRecorded(
                request=self.request, line=line, team=owed_by, earlier_date=self.earlier_date, what=self.what,
                reasons=self.reasons,
            )
        ]  # fmt: skip
