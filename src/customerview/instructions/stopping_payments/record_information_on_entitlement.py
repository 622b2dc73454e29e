"""Record credible information that entitlement to an award has ended or changed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..change_of_circumstances.facts import BACK, STAYS, ChangeReported
from ..on_award import OnAward
from ..roles import STAFF

WHERE = [*STAYS.items(), (BACK, Words("no longer in hospital or custody", "nid yn yr ysbyty na'r ddalfa mwyach"))]


class RecordInformationOnEntitlement(OnAward, frozen=True, kw_only=True):
    """Something is known which suggests that a benefit should change or end."""

    about = records(Words("Record information on entitlement", "Cofnodi gwybodaeth am hawl"), may=(*STAFF, "line_system", "job"))

    what: Annotated[str, field("What is known?", kind="long_text", min_length=1, max_length=500)]
    source: Annotated[str, field("From whom or what?", max_length=200)]
    ended: Annotated[bool, field("Does it suggest that entitlement has ended?", kind="yes_no")] = False
    stay: Annotated[str, field("Does it tell where they are staying? (optional)", kind="choice", choices=WHERE)] = ""
    stay_since: Annotated[date | None, field("Since when are they there, or back? (optional)", kind="date")] = None
    stay_until: Annotated[date | None, field("Until when, if that is known? (optional)", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.stay_since and self.stay_until and self.stay_until < self.stay_since:
            wrong.append(Problem("stay_until", Words("A stay ends after it begins.", "Daw arhosiad i ben ar ôl iddo ddechrau.")))
        return wrong

    def takes_effect(self, asked: Asked) -> date:
        return self.stay_since or asked.today

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        holder = asked.by.line or record.awards.line_of(self.award)
        return [
            ChangeReported(
                award=self.award, line=holder, what=self.what, source=self.source, ended=self.ended, stay=self.stay,
                stay_until=self.stay_until,
            )
        ]  # fmt: skip
