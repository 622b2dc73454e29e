"""Working days: the laws, and the days everybody knows."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from customerview.kernel.calendar import Calendar
from customerview.kernel.owed import months_after

CHRISTMAS = Calendar("england_and_wales", [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)])
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_the_count_starts_on_the_day_after_and_passes_over_christmas():
    assert CHRISTMAS.add(date(2026, 12, 23), 2) == date(2026, 12, 29)


def test_nought_is_the_same_working_day():
    assert CHRISTMAS.add(date(2026, 12, 23), 0) == date(2026, 12, 23)
    assert CHRISTMAS.add(date(2026, 12, 26), 0) == date(2026, 12, 29)


@given(days, st.integers(0, 60))
def test_adding_lands_on_a_working_day_that_many_working_days_later(day, n):
    landed = CHRISTMAS.add(day, n)
    assert CHRISTMAS.is_working(landed)
    if n:
        assert CHRISTMAS.between(day, landed) == n


@given(days, st.integers(-10, 900))
def test_the_days_between_are_those_counted_one_by_one(day, n):
    end = day + timedelta(days=n)
    counted = sum(CHRISTMAS.is_working(day + timedelta(days=step)) for step in range(1, n + 1))
    assert CHRISTMAS.between(day, end) == counted


@given(days, st.integers(1, 30), st.integers(1, 30))
def test_adding_twice_is_adding_the_sum(day, a, b):
    assert CHRISTMAS.add(CHRISTMAS.add(day, a), b) == CHRISTMAS.add(day, a + b)


@given(days, st.integers(1, 40))
def test_counting_back_undoes_counting_on(day, n):
    start = CHRISTMAS.on_or_after(day)
    assert CHRISTMAS.add(CHRISTMAS.add(start, n), -n) == start


@given(days, st.integers(0, 30))
def test_a_later_start_never_gives_an_earlier_deadline(day, n):
    assert CHRISTMAS.add(day, n) <= CHRISTMAS.add(day + timedelta(days=1), n)


def test_a_month_is_a_calendar_period():
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 24), 13) == date(2027, 12, 24)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
