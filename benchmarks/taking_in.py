"""Taking in: payments made as expected, compared with what is known of their customers, beside a bare read of the same rows."""

from __future__ import annotations

from django.db import connection, transaction

from benchmarks.house import House
from benchmarks.timing import Measure, rate
from customerview.config.prepare import using
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.batch_facts import PaymentsReceived
from customerview.intake.checked_payments import check
from customerview.intake.payments import rows_of
from customerview.kernel import Recorded
from customerview.ledger.feed import every

MOST_BATCHES = 60


def payments(house: House) -> list[Measure]:
    """Payments a second that one reader checks, from batches as they were handed in. Nearly all were as expected, and write nothing."""
    with using("worker"):
        with transaction.atomic():
            batches = [
                h
                for h, _ in zip(
                    every(connection.connection, catalogue().kinds, PaymentsReceived.kind.code), range(MOST_BATCHES), strict=False
                )
            ]
        return [
            rate(
                "Check payments made, one reader",
                "payments/s",
                lambda: _checked(batches),
                "read the same rows",
                lambda: _read(batches),
            )
        ]


def _checked(batches: list[Recorded]) -> int:
    with transaction.atomic():
        check(connection.connection, batches)
        transaction.set_rollback(True)
    return sum(h.fact.count for h in batches)  # type: ignore[attr-defined]


def _read(batches: list[Recorded]) -> int:
    with transaction.atomic():
        return sum(len(rows_of(connection.connection, h.fact.line, h.number)) for h in batches)  # type: ignore[attr-defined]
