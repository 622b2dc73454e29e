"""Whose sign-in is this: one record or none."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions import catalogue
from customerview.kernel import job
from customerview.ledger import open_access, reading
from customerview.linkage import identify, known_sign_in

BORN = date(1961, 3, 4)


def who(nino="QQ123456C", names=(("Rhian", "Morgan"),), births=(BORN,)):
    with reading(open_access(job("sign_in"), kind="matching"), catalogue()) as view:
        return identify(view, nino=nino, names=names, births=births)


@pytest.mark.parametrize(
    "proved", [("Rhian", "Morgan"), ("RHIAN", "MORGAN"), ("Rhian Mair", "Morgan"), ("Rhian", "Mogran"), ("Rhian", "Morgan-Jones")]
)
def test_the_same_person_as_the_provider_spells_them(people, proved):
    stream = people.register()
    assert who(names=[proved]).stream == stream


@pytest.mark.parametrize(
    "proved",
    [
        {"names": [("Siân", "Morgan")]},  # her twin, with her number
        {"births": [date(1961, 4, 3)]}, {"nino": "QQ123457C"}, {"names": [("Rhian", "Jones")]}, {"names": []}, {"births": []},
        {"names": [("", "Morgan")]},
    ],
)  # fmt: skip
def test_anybody_else_is_nobody(people, proved):
    people.register()
    found = who(**proved)
    assert (found.stream, found.why) == (None, "none")


def test_two_records_that_both_fit_are_none(people):
    people.register()
    people.register()
    found = who()
    assert (found.stream, found.why) == (None, "several")


def test_somebody_with_one_name(people):
    stream = people.register(given="", family="Suharto")
    assert who(names=[("Suharto", "")]).stream == stream
    assert who(names=[("", "Suharto")]).stream == stream


def test_an_earlier_name_or_another_proved_one_will_do(people):
    from customerview.kernel import Actor

    stream = people.register()
    people.do(
        "change_name",
        stream,
        given="Rhian",
        family="Evans",
        since=date(2024, 5, 1),
        by=Actor(kind="colleague", id="1", roles=frozenset({"agent"})),
    )
    assert who().stream == stream
    assert who(names=[("Rhian", "Evans")]).stream == stream
    assert who(names=[("Somebody", "Else"), ("Rhian", "Evans")]).stream == stream


def test_a_sign_in_is_known_again_until_it_is_parted(people):
    stream, subject = people.register(), "d" * 64
    people.do("match_identity", stream, subject=subject)

    def known():
        with reading(open_access(job("sign_in"), kind="matching"), catalogue()) as view:
            return known_sign_in(view, subject)

    assert known() == stream
    people.do("part_identity", stream, subject=subject)
    assert known() is None
