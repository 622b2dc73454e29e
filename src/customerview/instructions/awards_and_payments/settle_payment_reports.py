"""Say which of two reports of a payment is right."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .batch_facts import PaymentReportsSettled


class SettlePaymentReports(Action, frozen=True, kw_only=True):
    """We found out what was really paid."""

    about = records(Words("Settle differing reports of a payment", "Setlo adroddiadau gwahanol am daliad"),
                    may=("case_manager", "decision_maker", "team_leader", "line_system"), own_line_only=True)  # fmt: skip

    payment: Annotated[str, field("Which payment?", hidden=True, max_length=60)]
    amount: Annotated[int, field(Words("How much was paid?", "Faint a dalwyd?"), kind="money", ge=0)]
    said: Annotated[str, field("How do we know?", kind="long_text", max_length=1000)] = ""

    def line(self, record: Record) -> str:
        held = record.payment_reports.differ.get(self.payment)
        return held.line if held else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.payment in record.payment_reports.differ:
            return []
        return [Problem("payment", Words("Nothing differs about this payment.", "Nid oes dim yn wahanol am y taliad hwn."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.payment_reports.differ[self.payment]
        return [
            PaymentReportsSettled(
                award=held.award,
                benefit=held.benefit,
                line=held.line,
                payment=held.payment,
                due=held.due,
                amount=self.amount,
                said=self.said,
            )
        ]
