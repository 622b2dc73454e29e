"""Record credible information that entitlement to an award has ended or changed."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..change_of_circumstances.facts import ChangeReported
from ..on_award import OnAward
from ..roles import STAFF


class RecordInformationOnEntitlement(OnAward, frozen=True, kw_only=True):
    """Something is known which suggests that a benefit should change or end."""

    about = records(Words("Record information on entitlement", "Cofnodi gwybodaeth am hawl"), may=(*STAFF, "line_system", "job"))

    what: Annotated[str, field("What is known?", kind="long_text", min_length=1, max_length=500)]
    source: Annotated[str, field("From whom or what?", max_length=200)]
    ended: Annotated[bool, field("Does it suggest that entitlement has ended?", kind="yes_no")] = False

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        holder = asked.by.line or record.awards.line_of(self.award)
        return [ChangeReported(award=self.award, line=holder, what=self.what, source=self.source, ended=self.ended)]
