"""What has to follow when the payments a line hands in do not fit what is known."""

from __future__ import annotations

from typing import Any

from customerview.kernel import Record, Recorded, duty

from ..directory import team
from .batch_facts import PaymentReportsDiffer, PaymentReportsSettled, PaymentsNotPlaced, UnplacedPaymentsSettled


def _payments_team(happened: Recorded, record: Record) -> str:
    fact: Any = happened.fact
    return team(fact.line, "payments")


settle_differing_reports = duty(
    "Ask the line which of its two reports of this payment is right, and tell the customer.",
    after=PaymentReportsDiffer, until=PaymentReportsSettled, per="payment", owner=_payments_team, within="due_wd", harm=2,
    source="service lines can repeat, reorder and contradict",
)  # fmt: skip

place_unplaced_payments = duty(
    "Find out from the line whose payments these are: they belong to no record here.",
    after=PaymentsNotPlaced, until=UnplacedPaymentsSettled, per="unplaced", owner=_payments_team, within="due_wd", harm=2,
    source="service lines can repeat, reorder and contradict",
)  # fmt: skip
