"""Verify who may be paid a balance, against the order of entitlement."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from .facts import PayeeVerified
from .on_balance import OnBalance
from .on_kin import people


class VerifyArrearsPayee(OnBalance, frozen=True, kw_only=True):
    """Who may be paid what was due to somebody who died is checked against the order the law gives."""

    about = records(Words("Verify who may be paid", "Cadarnhau pwy y gellir ei dalu"), own_line_only=True,
                    may=("case_manager", "decision_maker", "bereavement_officer"))  # fmt: skip

    person: Annotated[int, field("Who may be paid?", kind="choice", choices=people)]
    evidence: Annotated[
        str, field("Where is the evidence kept?", kind="long_text", max_length=500, hint="Nobody is paid until it is said.")
    ] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.person not in record.death.kin:
            wrong.append(Problem("person", Words("Record this person first.", "Cofnodwch y person hwn yn gyntaf.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            PayeeVerified(
                balance=self.balance, line=self.line(record), person=self.person, standing=record.death.kin[self.person].standing,
                evidence_saved=bool(self.evidence), evidence=self.evidence,
            )
        ]  # fmt: skip
