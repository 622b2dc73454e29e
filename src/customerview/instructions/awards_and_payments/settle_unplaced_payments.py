"""Settle what payments that belong to no record are."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .batch_facts import UnplacedPaymentsSettled


class SettleUnplacedPayments(Action, frozen=True, kw_only=True):
    """Say what was found out about payments that belong to no record here."""

    about = records(Words("Settle payments that belong to no record", "Setlo taliadau nad ydynt yn perthyn i unrhyw gofnod"),
                    may=("case_manager", "decision_maker", "team_leader"))  # fmt: skip

    unplaced: Annotated[int, field("Which payments?", kind="number", hidden=True)]
    said: Annotated[str, field("What are they, and what was done?", kind="long_text", min_length=3, max_length=1000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.unplaced in record.handed_in.unplaced:
            return []
        return [
            Problem(
                "unplaced",
                Words("These are settled, or were never unplaced.", "Mae'r rhain wedi'u setlo, neu nid oeddent erioed heb le."),
            )
        ]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [UnplacedPaymentsSettled(line=record.handed_in.line, unplaced=self.unplaced, said=self.said)]
