"""What made-up customers were paid lately, as their lines hand it in: the last payments of each award that went as expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments import paydays
from customerview.intake import Payment, PaymentBatch, keep
from customerview.kernel import LONDON
from customerview.kernel.owed import months_after

from . import cast
from .playing import Life

LAST = 3
"""How many payments of an award there are: enough to see, and few bytes for each of twenty million customers."""


def hand_in(lives: Iterable[Life], until: datetime) -> None:
    """One batch for each line that paid anybody of these lives, in the caller's transaction."""
    found: dict[str, list[Payment]] = {}
    for life in lives:
        for line, payment in payments_of(life, until.astimezone(LONDON).date()):
            found.setdefault(line, []).append(payment)
    for line, payments in sorted(found.items()):  # every process takes the lines in the same order, so that none waits for ever
        keep(PaymentBatch(reference=f"{line}-{payments[0].customer}", payments=payments), by=cast.line_system(line), secret=None)


def payments_of(life: Life, today: date) -> Iterator[tuple[str, Payment]]:
    """The last payments of each award: none that went astray, none while it is stopped or held, or somebody is said to have died."""
    record = life.record
    if record.death.reported:
        return
    astray = {(f.fact.award, f.fact.due) for f in life.history if hasattr(f.fact, "due") and hasattr(f.fact, "award")}
    calendar = catalogue().calendars.of(catalogue().nation(record), today)
    for award in record.awards.held.values():
        stopped = award.award in record.suspensions.open or award.award in record.suspensions.holds
        if stopped or award.next_payment is None or not award.periods:
            continue
        for due in due_lately(award, today):
            amount = award.at(due).amount
            if amount and (award.award, due) not in astray:
                made = paydays.paid_on(due, calendar)
                yield award.line, Payment(customer=life.stream, award=award.award, due=due, made=made, amount=amount)


def due_lately(award: Any, today: date) -> list[date]:
    """The last days a payment fell due before today, since the first of its periods we know, until the award ended."""
    last, frequency = min(today - timedelta(days=1), award.ends or date.max), award.latest.frequency
    if frequency == "month":
        months = (last.year - award.next_payment.year) * 12 + last.month - award.next_payment.month
        days = [months_after(award.next_payment, months - n) for n in range(LAST + 1)]
    else:
        step = timedelta(weeks=paydays.WEEKS[frequency])
        newest = award.next_payment + (last - award.next_payment) // step * step
        days = [newest - n * step for n in range(LAST)]
    return [day for day in days if award.periods[0].starts <= day <= last][:LAST]
