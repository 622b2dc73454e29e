"""End a protective hold: payments go the usual way again."""

from __future__ import annotations

from customerview.kernel import Asked, Fact, Problem, Record, Words, records

from ..on_award import OnAward
from .facts import ProtectiveHoldEnded


class EndProtectiveHold(OnAward, frozen=True, kw_only=True):
    """Payments go the usual way again."""

    about = records(
        Words("End the protective hold", "Rhoi diwedd ar y dal diogelu"), effect="gives", protects=True, own_line_only=True,
        may=("case_manager", "decision_maker", "team_leader", "line_system", "job"),
    )  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.award in record.suspensions.holds:
            return []
        return [Problem("award", Words("There is no hold on this award.", "Nid oes dal ar y dyfarniad hwn."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ProtectiveHoldEnded(**self.of_award(record))]
