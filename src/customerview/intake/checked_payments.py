"""Each batch that came in is compared with what is known of its customers. What was not as expected after all becomes a fact.

A line can repeat, reorder and contradict: a payment handed in again is told once; one with another amount, a late one and one that
puts an earlier trouble right become the facts they are; two reports that cannot both be so become work for somebody.

Nearly every payment was as expected, so what bears on payments is read for many customers at once; a customer whose payment was not is
read again as soon as something was written.
"""

from __future__ import annotations

import threading
from datetime import date
from typing import Any
from uuid import UUID

import psycopg

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.batch_facts import PaymentsReceived
from customerview.instructions.awards_and_payments.note_payment_reports_differ import NotePaymentReportsDiffer
from customerview.instructions.awards_and_payments.note_payments_not_placed import NotePaymentsNotPlaced
from customerview.instructions.awards_and_payments.report_payment_change import ReportPaymentChange
from customerview.instructions.awards_and_payments.report_payment_made_late import ReportPaymentMadeLate
from customerview.kernel import Action, Actor, Record, Recorded
from customerview.ledger import parts_of, writing
from customerview.ledger.feed import follow, take_page
from customerview.perform import perform

from .payments import rows_of

READER = "checked_payments"
PLACES_NAMED = 50
READ_AT_ONCE = 500
"""For so many payments what is known of their customers is read in one go: few journeys, and never many records in memory."""
BEARING = frozenset({"awards", "payments", "payment_reports"})
"""The parts of a record that say whether a payment was as expected."""


def check_payments(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set."""
    follow(take, stop)


def take() -> int:
    """Check one batch. Returns 0 when all are checked."""
    return take_page(READER, catalogue().kinds, check, limit=1, codes=[PaymentsReceived.kind.code])


def check(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    """Compare every payment of these batches, in the transaction that keeps the place in the feed."""
    for happened in facts:
        batch: Any = happened.fact
        job = Actor(kind="job", id=READER, roles=frozenset({"job"}), line=batch.line)
        cause = f"{happened.stream}:{happened.number}"
        before = _told_before(db, batch.line, happened.number)
        unplaced: dict[str, list[int]] = {}
        rows = rows_of(db, batch.line, happened.number)
        for first in range(0, len(rows), READ_AT_ONCE):
            some = rows[first : first + READ_AT_ONCE]
            known = parts_of(db, catalogue(), (row[0] for row in some), BEARING)
            for customer, place, award, due, made, amount in some:
                record = known[customer]
                held = record.awards.held.get(award)
                if not record.begun or held is None or held.line != batch.line:
                    unplaced.setdefault("no_award" if record.begun else "no_customer", []).append(place)
                    continue
                follows = what_follows(record, award, due, made, amount, before.get((customer, award, due)))
                if follows is not None:
                    _do(follows, customer, job, cause, f"{cause}:{place}")
                    known |= parts_of(db, catalogue(), [customer], BEARING)
        for why, places in sorted(unplaced.items()):
            note = NotePaymentsNotPlaced(batch=happened.number, why=why, count=len(places), places=tuple(places[:PLACES_NAMED]))
            _do(note, happened.stream, job, cause, f"{cause}:{why}")


def what_follows(record: Record, award: str, due: date, made: date, amount: int, told: tuple[date, int] | None) -> Action | None:
    """What a payment handed in says beyond having been made as expected; None when it was. `told`: when and how much it was before."""
    payment = f"{award}-{due:%Y%m%d}"
    usual = record.awards.held[award].at(due).amount
    if told is not None:
        if told == (made, amount) or payment in record.payment_reports.differ:
            return None
        return NotePaymentReportsDiffer(award=award, payment=payment, due=due, amount=amount, told=told[1])
    trouble = next((t for t in record.payments.wrong.values() if t.award == award and t.due == due), None)
    if trouble is not None and made <= due:
        return NotePaymentReportsDiffer(award=award, payment=payment, due=due, amount=amount, told=0)
    if made > due:
        return ReportPaymentMadeLate(award=award, payment=trouble.payment if trouble else payment, due=due, made=made, amount=amount)
    return ReportPaymentChange(award=award, payment=payment, due=due, amount=amount) if amount != usual else None


def _told_before(db: psycopg.Connection[Any], line: str, batch: int) -> dict[tuple[UUID, str, date], tuple[date, int]]:
    """What earlier batches said of the payments of this one."""
    rows = db.execute(
        "SELECT DISTINCT ON (e.stream, e.award, e.due) e.stream, e.award, e.due, e.made, e.amount FROM payment_made p"
        " JOIN payment_made e ON e.stream = p.stream AND e.line = p.line AND e.award = p.award AND e.due = p.due AND e.batch < p.batch"
        " WHERE p.line = %s AND p.batch = %s ORDER BY e.stream, e.award, e.due, e.batch",
        (line, batch),
    ).fetchall()  # fmt: skip
    return {(stream, award, due): (made, amount) for stream, award, due, made, amount in rows}


def _do(action: Action, on: UUID, by: Actor, cause: str, key: str) -> None:
    perform(action, on=on, by=by, ledger=writing(None, catalogue()), catalogue=catalogue(), cause=cause, key=key)
