"""When money is paid. A payday on a weekend or bank holiday is paid on the working day before; the amount stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from customerview.kernel import Calendar
from customerview.kernel.owed import months_after

from .facts import Component

WEEKS = {"week": 1, "fortnight": 2, "four_weeks": 4}


def pension_weekday(nino: str) -> int:
    """The weekday State Pension is paid on (Monday is 0), by the last two digits of the National Insurance number."""
    return int(nino[6:8]) // 20


def pension_day_on_or_after(nino: str, day: date) -> date:
    """The first payday of this National Insurance number that is not before a day, whatever the calendar."""
    return day + timedelta(days=(pension_weekday(nino) - day.weekday()) % 7)


def due_days(first: date, frequency: str) -> Iterator[date]:
    """The days payments fall due, from the first, whatever the calendar. A month keeps its day where the month has it."""
    number = 0
    while True:
        yield months_after(first, number) if frequency == "month" else first + timedelta(weeks=WEEKS[frequency] * number)
        number += 1


def paid_on(due: date, calendar: Calendar) -> date:
    """The day money reaches the account for a payment due on a day."""
    return calendar.on_or_before(due)


def next_payment(known: date, frequency: str, today: date, calendar: Calendar) -> tuple[date, date]:
    """The next payment not before today, given one known day it falls due: the day it is due and the day it is paid."""
    for due in due_days(known, frequency):
        if (paid := paid_on(due, calendar)) >= today:
            return due, paid
    raise AssertionError("due days never end")


def per_payment(components: tuple[Component, ...], frequency: str) -> int:
    """What one payment comes to, in pence: weekly parts by the weeks, monthly parts as they are.

    A weekly part paid by the month is a year's worth over twelve.
    """
    weekly = sum(c.pence for c in components if c.unit == "week")
    monthly = sum(c.pence for c in components if c.unit == "month")
    if frequency == "month":
        return monthly + weekly * 52 // 12
    return weekly * WEEKS[frequency] + monthly * 12 * WEEKS[frequency] // 52
