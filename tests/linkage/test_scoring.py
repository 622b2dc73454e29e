"""How likely somebody is the one looked for: a slip anywhere keeps them in sight, and everything right puts them first."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerview.linkage.names import bare, key
from customerview.linkage.searching import _asked, _score, in_two, near_days, slips_of

GIVEN = st.sampled_from(["Rhian", "Siân", "Mohammed", "Agnieszka", "Llywelyn", "Ann", "Dafydd", "Oluwaseun", "Mary Jane", "José"])
FAMILY = st.sampled_from(
    ["Morgan", "ap Rhys", "van der Berg", "O'Neill", "Smith-Jones", "Łukasiewicz", "de Souza", "Al-Rashid", "Llewellyn", "Ng"]
)
BORN = st.dates(date(1905, 1, 1), date(2020, 12, 31))
NINO = st.from_regex(r"QQ[0-9]{6}", fullmatch=True)


def row(given, family, born, nino="QQ123456", postcode="QA1 1AA"):
    return uuid4(), True, nino, born, key(given), key(family), bare(family), postcode, f"{given} {family}", "C"


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Rhian Morgan", "Rhian", "Morgan"), ("Anna van der Berg", "Anna", "van der Berg"), ("Dafydd ap Rhys", "Dafydd", "ap Rhys"),
        ("Morgan, Rhian Mair", " Rhian Mair", "Morgan"), ("Suharto", "", "Suharto"), ("Mary Jane Smith", "Mary Jane", "Smith"), ("Kim Do", "Kim", "Do"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_name_in_one_box_is_read_as_two(typed, given, family):
    assert in_two(typed) == (given, family)


@given(GIVEN, FAMILY, BORN, NINO)
def test_everything_right_is_exact_and_nothing_scores_higher(given, family, born, nino):
    found = _score(_asked(nino + "D", f"{family}, {given}", born, "QA1 1AA"), row(given, family, born, nino))
    assert found is not None and found.exact and found.score >= 0.99


@given(GIVEN, FAMILY, BORN, st.data())
def test_one_slip_keeps_somebody_in_sight_but_not_exact(given, family, born, data):
    slipped = data.draw(st.sampled_from([d for d in near_days(born) if d != born]))
    found = _score(_asked("", f"{family}, {given}", slipped, "QA1 1AA"), row(given, family, born))
    assert found is not None and not found.exact and "born" in found.near


@given(NINO, st.data())
def test_a_slip_of_the_number_is_mutual(nino, data):
    slip = data.draw(st.sampled_from(slips_of(nino)))
    assert nino in slips_of(slip)
    assert len(slip) == 8


@given(BORN, st.data())
def test_days_that_are_confused_are_confused_both_ways(born, data):
    other = data.draw(st.sampled_from(near_days(born)))
    assert born in near_days(other)


@given(GIVEN, FAMILY, BORN, st.text(max_size=40), st.one_of(st.none(), st.dates()), st.sampled_from(["", "QA1 1AA", "QB2 2BB"]))
def test_whatever_is_typed_scores_between_nothing_and_one(given, family, born, name, day, postcode):
    found = _score(_asked("QQ999999", name, day, postcode), row(given, family, born))
    assert found is None or 0 < found.score <= 1
