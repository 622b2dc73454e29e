"""Share codes: without look-alikes, told from no digest, of no use without the date of birth."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from customerview.instructions.proofs.references import ALPHABET
from customerview.proofs import as_typed, digest_of, in_groups, new_code

codes = st.text(ALPHABET, min_size=9, max_size=9)


def test_the_alphabet_has_no_two_that_look_alike():
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("01IO")


@given(codes)
def test_a_code_is_read_however_it_is_written(code):
    for written in (code, in_groups(code), code.lower(), f" {code[:4]}-{code[4:]} "):
        assert as_typed(written) == code


@given(codes, codes, st.dates(), st.dates())
def test_only_the_same_code_and_birthday_have_the_same_digest(one, other, born, birthday):
    assert (digest_of(one, born) == digest_of(other, birthday)) == ((one, born) == (other, birthday))
    assert one not in digest_of(one, born)


def test_what_can_be_no_code_is_none():
    assert [as_typed(t) for t in ("", "12345678", "O0I1AAAAA", "AAAAAAAAAA")] == ["", "", "", ""]


def test_new_codes_are_new():
    made = {new_code() for _ in range(1000)}
    assert len(made) == 1000
    assert all(as_typed(code) == code for code in made)
    assert digest_of("222222222", date(1961, 3, 4)) not in made
