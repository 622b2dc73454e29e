"""Decide that payments go on, with reasons."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from ..on_award import OnAward
from .facts import DecidedNotToSuspend


class DecideNotToSuspend(OnAward, frozen=True, kw_only=True):
    """Information on entitlement was weighed and payments go on."""

    about = records(Words("Decide not to suspend", "Penderfynu peidio ag atal"), effect="gives",
                    may=("case_manager", "decision_maker", "compliance_officer", "team_leader"))  # fmt: skip

    why: Annotated[str, field("Why do payments go on?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        known = [i.number for i in record.changes.information.values() if i.award == self.award]
        return [DecidedNotToSuspend(**self.of_award(record), information=max(known, default=0), why=self.why)]
