"""Working days of the three nations, and extra holidays that count only from the day they were announced."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.bank_holidays import calendars
from customerview.kernel.calendar import NATIONS

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("nation", NATIONS)
def test_every_year_has_its_holidays_none_on_a_weekend(nation):
    days = [h.day for h in calendars().holidays if h.nation == nation]
    usual = {"england_and_wales": 8, "scotland": 9, "northern_ireland": 10}[nation]
    for year in range(2018, 2029):
        assert len([d for d in days if d.year == year]) >= usual, year
    assert all(d.weekday() < 5 for d in days)
    assert len(set(days)) == len(days)


def test_nations_differ():
    assert not calendars().of("scotland", TODAY).is_working(date(2026, 11, 30))
    assert calendars().of("england_and_wales", TODAY).is_working(date(2026, 11, 30))
    assert calendars().of("scotland", TODAY).is_working(date(2026, 4, 6))
    assert not calendars().of("northern_ireland", TODAY).is_working(date(2026, 7, 13))


def test_boxing_day_on_a_saturday_is_kept_on_the_monday_after():
    assert not calendars().of("england_and_wales", TODAY).is_working(date(2026, 12, 28))


def test_a_holiday_counts_only_once_it_was_announced():
    coronation = date(2023, 5, 8)
    assert calendars().of("england_and_wales", date(2022, 11, 5)).is_working(coronation)
    assert not calendars().of("england_and_wales", date(2022, 11, 6)).is_working(coronation)
