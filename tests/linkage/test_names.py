"""Names made comparable without being changed, and what is forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerview.linkage.names import alike, apart, bare, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O’Neill", "O'NEILL"), ("Siân", "Sian"), ("Smith-Jones", "smith jones"), ("Łukasz", "Lukasz"), ("Tŷ", "ty"), ("Al-Rashid", "al rashid"),
        ("Müller", "MULLER"), ("D'Souza", "D`Souza"),
    ],
)  # fmt: skip
def test_the_same_name_written_differently_has_one_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("van der Berg", "Berg"),
        ("ap Rhys", "Rhys"),
        ("ferch Gwilym", "Gwilym"),
        ("de Souza", "Souza"),
        ("Mac Donald", "Donald"),
        ("St John", "John"),
    ],
)
def test_a_name_meets_itself_without_its_particles(one, other):
    assert bare(one) == bare(other)


def test_a_name_that_is_only_a_particle_stays():
    assert bare("Do") == "do"


def test_welsh_letters_are_left_alone():
    assert key("Llywelyn") == "llywelyn" and alike(key("Llywelyn"), key("Lywelyn")) > alike(key("Llewelyn"), key("Jones"))


@pytest.mark.parametrize(
    ("one", "other", "letters"), [("morgan", "mogran", 1), ("morgan", "morgn", 1), ("morgan", "margen", 2), ("a", "xyzw", 3)]
)
def test_slips_of_the_hand_are_counted(one, other, letters):
    assert apart(one, other) == letters


def test_a_short_name_has_no_room_for_a_slip():
    assert alike("lee", "lea") == 0
    assert alike("morgan", "mogran") == 0.8


@given(st.text(max_size=30))
def test_a_key_is_the_key_of_itself_and_compares_as_same(name):
    assert key(key(name)) == key(name)
    assert bare(bare(name)) == bare(name) or not bare(name)
    assert not key(name) or alike(key(name), key(name)) == 1.0


@given(st.text("abcdef", max_size=8), st.text("abcdef", max_size=8))
def test_it_does_not_matter_which_name_comes_first(one, other):
    assert apart(one, other) == apart(other, one)
    assert alike(one, other) == alike(other, one)
