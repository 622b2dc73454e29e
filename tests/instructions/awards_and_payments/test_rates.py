"""The rates: no gaps, no overlaps, and the amounts a person can check against the published tables."""

from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest

from customerview.instructions.awards_and_payments.facts import COMPONENTS, Component
from customerview.instructions.awards_and_payments.paydays import per_payment
from customerview.instructions.awards_and_payments.rates import NoRate, rate, rates
from customerview.instructions.directory import BENEFITS

THIS_YEAR, LAST_YEAR = date(2026, 11, 24), date(2025, 11, 24)


def part(benefit, component, level):
    found = rate(benefit, component, level, THIS_YEAR)
    return Component(code=component, level=level, pence=found.pence, unit=found.unit)


def test_each_part_of_a_benefit_has_one_rate_a_day_from_its_first():
    def by_part(r):
        return r.benefit, r.component, r.level

    for _, found in groupby(sorted(rates(), key=lambda r: (*by_part(r), r.since)), key=by_part):
        for before, after in pairwise(found):
            assert before.upto is not None and after.since == before.upto + timedelta(days=1)


def test_every_rate_is_of_a_benefit_and_part_we_have_words_for_and_says_its_source():
    assert {r.benefit for r in rates()} <= BENEFITS.keys()
    assert {r.component for r in rates()} <= COMPONENTS.keys()
    assert all(r.source and r.pence > 0 and r.unit in ("week", "month") for r in rates())


@pytest.mark.parametrize(
    ("components", "frequency", "pence"),
    [
        ([("PIP", "daily_living", "enhanced"), ("PIP", "mobility", "enhanced")], "four_weeks", 77_840),
        ([("SP", "new_state_pension", "full")], "four_weeks", 96_520),
        ([("SP", "basic_state_pension", "full")], "four_weeks", 73_960),
        ([("AA", "attendance", "higher")], "four_weeks", 45_840),
        ([("AA", "attendance", "lower")], "four_weeks", 30_680),
        ([("ESA", "personal", "25_or_over")], "fortnight", 19_110),
    ],
)
def test_published_examples_come_out_to_the_penny(components, frequency, pence):
    assert per_payment(tuple(part(*c) for c in components), frequency) == pence


def test_the_year_before_had_its_own_rates():
    assert rate("PC", "guarantee", "single", LAST_YEAR).pence == 22_710
    assert rate("UC", "health", "new", THIS_YEAR).pence == 21_726


def test_a_rate_nobody_has_told_us_is_not_guessed():
    with pytest.raises(NoRate):
        rate("PC", "savings_credit", "single_most", LAST_YEAR)
