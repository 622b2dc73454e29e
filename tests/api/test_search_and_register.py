"""Registering a customer, and finding them again."""

from __future__ import annotations

import pytest

ANN = {
    "given": "Ann", "family": "Example", "born": "1950-05-01", "nino": "QQ123456C", "postcode": "QA1 1AA", "lines": ["1 Made Up Lane"],
}  # fmt: skip
REASON = "a customer who rang"


@pytest.fixture
def registrar(desk) -> str:
    return desk.token("case_manager", line="PIP", team="pip.case")


def test_a_customer_is_registered_once_by_one_key_and_found(desk, registrar, settings):
    settings.MADE_UP = True
    first = desk.post("customers", registrar, ANN, Idempotency_Key="ann")
    again = desk.post("customers", registrar, ANN, Idempotency_Key="ann")
    assert first.status_code == again.status_code == 201 and first.json()["customer"] == again.json()["customer"]
    customer = first.json()["customer"]
    assert desk.post("customers", registrar, ANN | {"given": "Anna"}, Idempotency_Key="ann").status_code == 422
    for asked in ({"nino": "qq 12 34 56 c"}, {"name": "Ann Example", "born": "1950-05-01"}, {"name": "Anne Exampel", "born": "1950-05-01"}):
        found = desk.post("customers/search", registrar, asked, Reason=REASON).json()["customers"]
        assert customer in {f["customer"] for f in found}, asked
    assert [reason for _, reason in desk.looks(customer)].count(REASON) == 3


def test_a_search_says_why_and_for_whom(desk, registrar):
    assert (
        desk.post("customers/search", registrar, {"name": "Ann Example", "born": "1950-05-01"}).json()["problems"][0]["field"] == "Reason"
    )
    assert desk.post("customers/search", registrar, {"name": "Ann Example"}, Reason=REASON).status_code == 422
    wrong = desk.post("customers/search", registrar, {"nino": "X", "born": "1950", "postcode": "?", "age": 3}, Reason=REASON).json()
    assert {p["field"] for p in wrong["problems"]} == {"nino", "born", "postcode", "age"}


def test_who_may_not_register_is_told(desk):
    assert desk.post("customers", desk.token("agent"), ANN).status_code == 403


def test_whoever_opens_a_record_does_not_choose_its_id(desk, registrar):
    assert desk.act(desk.customer(), "register_customer", registrar, ANN).status_code == 404
