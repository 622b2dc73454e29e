"""Given a block of made-up people, then none of them could be anybody, and together they are like those who get benefits."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from random import Random

import pytest

from customerview.kernel.values import fictitious_postcode, nino, postcode
from customerview.population import identifiers, people

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def crowd() -> list[people.Person]:
    return [p for number in range(20) for p in people.block(3, number, TODAY)]


def test_national_insurance_numbers_belong_to_nobody_and_are_never_given_twice(crowd):
    given = [p.nino for p in crowd]
    assert len(set(given)) == len(given)
    for number in given:
        assert number.startswith("Q")
        assert nino(number, allow_fictitious=True) == number
        with pytest.raises(ValueError, match="2 letters"):
            nino(number, allow_fictitious=False)


def test_every_place_has_a_number_of_its_own_up_to_twenty_six_million():
    places = Random(1).sample(range(identifiers.PEOPLE), 200_000)
    assert len({identifiers.nino(place)[:8] for place in places}) == len(places)
    with pytest.raises(ValueError, match="beyond"):
        identifiers.nino(identifiers.PEOPLE)


def test_postcodes_are_well_formed_and_in_no_real_area(crowd):
    for p in crowd:
        assert postcode(p.address.postcode) == p.address.postcode
        assert fictitious_postcode(p.address.postcode)


def test_telephone_numbers_and_emails_reach_nobody(crowd):
    tests_of_notify = {f"07700 900{n:03}" for n in (0, 2, 3, 111, 222)}
    for p in crowd:
        assert not p.mobile or (re.fullmatch(r"07700 900\d{3}", p.mobile) and p.mobile not in tests_of_notify)
        assert not p.landline or re.fullmatch(r"01632 960\d{3}", p.landline)
        assert not p.email or re.fullmatch(r"[a-z0-9.]+\.\d+@example\.com", p.email)


def test_ages_and_benefits_are_those_of_people_who_get_benefits(crowd):
    count = len(crowd)
    pensioners = sum(people.pension_day(p.born) <= TODAY for p in crowd) / count
    children = sum(p.age(TODAY) < 16 for p in crowd) / count
    assert 0.50 < pensioners < 0.60
    assert 0.02 < children < 0.045
    assert 1.2 < sum(len(p.benefits) for p in crowd) / count < 1.45
    assert all(p.benefits for p in crowd)
    held = Counter(b for p in crowd for b in p.benefits)
    assert held["SP"] / count > 0.48
    assert 0.24 < held["UC"] / count < 0.40
    assert 0.10 < held["PIP"] / count < 0.22
    assert not any({"PIP", "AA", "DLA"} <= set(p.benefits) or len({"PIP", "AA", "DLA"} & set(p.benefits)) > 1 for p in crowd)


def test_names_are_as_many_kinds_as_people_are(crowd):
    families = {p.family for p in crowd}
    assert "" in families, "some have one name only"
    assert any("'" in f or "’" in f for f in families)
    assert any(f.startswith(("van ", "ap ", "al-", "de ", "ferch ", "von ")) for f in families)
    assert any(not f.isascii() for f in families)


def test_links_are_the_same_from_both_sides(crowd):
    by_stream = {p.stream: p for p in crowd}
    for p in crowd:
        if p.partner:
            assert by_stream[p.partner].partner == p.stream
        if p.cares_for:
            assert by_stream[p.cares_for].cared_for_by == p.stream
        if p.appointee_is:
            assert by_stream[p.appointee_is].acts_for == p.stream
    assert sum(bool(p.partner) for p in crowd) > 100
    assert sum(bool(p.cares_for) for p in crowd) > 100
    assert sum(bool(p.appointee_is) for p in crowd) > 50


def test_a_child_always_has_somebody_who_acts_for_them(crowd):
    assert all(p.appointee for p in crowd if p.age(TODAY) < 16)


def test_welsh_is_spoken_in_wales_and_nations_have_their_own_working_days(crowd):
    assert {p.address.country for p in crowd if p.language == "cy"} == {"wales"}
    assert {p.address.nation for p in crowd} == {"england_and_wales", "scotland"}


def test_the_same_seed_draws_the_same_people_and_another_others():
    assert people.block(3, 4, TODAY) == people.block(3, 4, TODAY)
    assert people.block(3, 4, TODAY) != people.block(4, 4, TODAY)


def test_pension_age_rises_month_by_month():
    assert people.pension_day(date(1960, 4, 5)) == date(2026, 4, 5)
    assert people.pension_day(date(1960, 4, 6)) == date(2026, 5, 6)
    assert people.pension_day(date(1961, 3, 5)) == date(2028, 2, 5)
    assert people.pension_day(date(1961, 3, 6)) == date(2028, 3, 6)
