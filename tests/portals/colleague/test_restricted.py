"""A restricted word, planted in every restricted kind there is, is on no page of a colleague without the role, and in no sentence."""

from __future__ import annotations

import msgspec
import pytest

from customerview.instructions import catalogue
from tests.golden.examples import example

from .conftest import ESA, LEAD, LEE, RHIAN, SAM, colleague

PLANTED = "zephyrquartz"
PAGES = (
    "",
    "/timeline",
    "/can-do",
    "/looks",
    "/restricted",
    "/contact",
    "/do/suspend_payment?award=PIP-1",
    "/do/pin_note",
    "/do/screen_needs",
)


def planted() -> list:
    """One fact of each restricted kind, the word in every text it holds that is not a code."""
    told = []
    for kind in catalogue().kinds.by_code.values():
        if not kind.kind.restricted:
            continue
        fact = example(kind)
        texts = {name: PLANTED for name in kind.kind.forget if isinstance(getattr(fact, name), str)}
        lines = {name: (PLANTED,) for name in kind.kind.forget if isinstance(getattr(fact, name), tuple)}
        nation = {"nation": "scotland"} if hasattr(fact, "nation") else {}
        need = {"need": "self_harm"} if hasattr(fact, "need") else {}
        told.append(msgspec.structs.replace(fact, **texts, **lines, **nation, **need))
    assert told
    return told


@pytest.fixture
def rhian(town):
    return town.tell(*RHIAN(), *planted())


@pytest.mark.parametrize("actor", [SAM, LEE, ESA, colleague("operations_manager", id="10000009")], ids=lambda a: min(a.roles))
def test_it_reaches_nobody_without_the_role(town, rhian, actor):
    client = town.opened_by(town.client(actor), rhian)
    for page in PAGES:
        answer = client.get(f"/staff/customers/{rhian}{page}")
        assert answer.status_code < 500, page
        assert PLANTED not in answer.content.decode(), page
    for page in ("/staff/", "/staff/team", "/staff/agree"):
        assert PLANTED not in client.get(page).content.decode(), page
    found = client.post("/staff/find", {"nino": "QQ123456C"})
    assert PLANTED not in found.content.decode()


def test_whoever_has_the_role_gives_a_reason_and_reads_it(town, rhian):
    client = town.opened_by(town.client(LEAD), rhian)
    assert PLANTED not in client.get(f"/staff/customers/{rhian}/restricted").content.decode()
    read = client.post(f"/staff/customers/{rhian}/restricted", {"why": "Carly rang and is worried"}, follow=True).content.decode()
    assert PLANTED in read
    assert "<dt>What was said</dt>" in read and "<dt>said</dt>" not in read and ">self_harm<" not in read
