"""Laws of paydays: on what day money reaches people, whatever the calendar."""

from datetime import date, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from customerview.instructions.awards_and_payments.facts import FREQUENCIES, Component
from customerview.instructions.awards_and_payments.paydays import (
    due_days,
    next_payment,
    paid_on,
    pension_day_on_or_after,
    pension_weekday,
    per_payment,
)
from customerview.instructions.bank_holidays import calendars
from customerview.kernel.calendar import NATIONS

days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
ninos = st.integers(0, 999_999).map(lambda n: f"QQ{n:06}C")
calendar_of = st.sampled_from(NATIONS).map(lambda nation: calendars().of(nation, date(2026, 11, 24)))
frequencies = st.sampled_from(sorted(FREQUENCIES))


@given(ninos)
def test_pension_is_paid_monday_for_the_first_twenty_endings_and_friday_for_the_last(nino):
    ending = int(nino[6:8])
    assert pension_weekday(nino) == (0 if ending <= 19 else 1 if ending <= 39 else 2 if ending <= 59 else 3 if ending <= 79 else 4)


@given(ninos, days)
def test_the_first_pension_day_comes_within_a_week_and_on_the_right_weekday(nino, day):
    found = pension_day_on_or_after(nino, day)
    assert day <= found < day + timedelta(days=7)
    assert found.weekday() == pension_weekday(nino)


@given(days, calendar_of)
def test_money_never_comes_later_than_it_is_due_nor_on_a_day_off(day, calendar):
    paid = paid_on(day, calendar)
    assert paid <= day and calendar.is_working(paid)
    assert not any(calendar.is_working(paid + timedelta(days=n)) for n in range(1, (day - paid).days + 1))


def test_a_payment_due_on_christmas_friday_comes_on_thursday():
    assert paid_on(date(2026, 12, 25), calendars().of("england_and_wales", date(2026, 11, 24))) == date(2026, 12, 24)


@given(days, frequencies, calendar_of, st.integers(0, 400))
def test_the_next_payment_is_the_first_not_before_today(known, frequency, calendar, later):
    today = known + timedelta(days=later)
    due, paid = next_payment(known, frequency, today, calendar)
    assert paid >= today
    earlier = [d for d in islice(due_days(known, frequency), 100) if d < due]
    assert all(paid_on(d, calendar) < today for d in earlier)


@given(days)
def test_a_month_keeps_its_day_where_the_month_has_it(first):
    fell_due = list(islice(due_days(first, "month"), 25))
    assert all(d.day == first.day or (d.day < first.day and (d + timedelta(days=1)).day == 1) for d in fell_due)


@given(st.lists(st.integers(0, 50_000), max_size=4))
def test_four_weeks_pay_four_times_a_week_to_the_penny(amounts):
    parts = tuple(Component(code="personal", pence=p) for p in amounts)
    assert per_payment(parts, "four_weeks") == 4 * per_payment(parts, "week") == 2 * per_payment(parts, "fortnight")


@given(st.lists(st.integers(0, 50_000), max_size=4))
def test_monthly_parts_paid_by_the_month_are_paid_as_they_are(amounts):
    assert per_payment(tuple(Component(code="standard", pence=p, unit="month") for p in amounts), "month") == sum(amounts)
