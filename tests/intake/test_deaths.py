"""A death reported by another service is recorded with the one person it means, or given to people to match; once, and never lost."""

from __future__ import annotations

import pytest

from tests.api.desk import Desk

ANN = {"given": "Ann", "family": "Example", "born": "1950-05-01", "nino": "QQ123456C", "postcode": "QA1 1AA", "lines": ["1 Made Up Lane"]}
TOLD = {
    "reference": "TUO-1",
    "given": "Ann",
    "family": "Example",
    "born": "1950-05-01",
    "died": "2026-11-20",
    "reporter": "Bob",
    "reach": "x",
}


@pytest.fixture
def desk(own_database, settings) -> Desk:
    settings.MADE_UP = True
    desk = Desk(own_database)
    desk.ann = desk.post("customers", desk.token("case_manager"), ANN).json()["customer"]
    desk.service = desk.token("line_system", line="BEREAVEMENT")
    return desk


def status(desk) -> str:
    return desk.get(f"customers/{desk.ann}", desk.token("agent")).json()["record"]["death"]["status"]


@pytest.mark.parametrize("by", [{"nino": "QQ 12 34 56 C"}, {"postcode": "qa11aa"}])
def test_it_is_recorded_with_whom_it_means_once(desk, by):
    first = desk.post("death-notifications", desk.service, TOLD | by)
    again = desk.post("death-notifications", desk.service, TOLD | by)
    assert first.status_code == again.status_code == 201 and first.json() == again.json()
    assert first.json()["outcome"] == "recorded" and first.json()["record"] == desk.ann and status(desk) == "reported"
    with desk.database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM fact WHERE kind = 400").fetchone() == (1,)


@pytest.mark.parametrize("doubt", [{}, {"nino": "QQ123456C", "born": "1951-05-01"}, {"nino": "QQ123456C", "given": "Bea", "family": "Other"},
                                   {"nino": "QQ999999C"}, {"postcode": "QB2 2BB"}])  # fmt: skip
def test_in_any_doubt_it_is_somebodys_to_match(desk, doubt):
    told = desk.post("death-notifications", desk.service, TOLD | doubt).json()
    assert told["outcome"] == "to be matched" and status(desk) == ""
    duties = desk.get(f"customers/{told['record']}/duties", desk.token("bereavement_officer")).json()["duties"]
    assert [d["duty"] for d in duties] == ["match_death_report"] and duties[0]["owner"].startswith("bereavement")
    again = desk.post("death-notifications", desk.service, TOLD | doubt).json()
    assert again == told and desk.facts(told["record"]) == 1


def test_what_is_wrong_with_it_is_said_and_who_may_not_is_refused(desk):
    wrong = desk.post("death-notifications", desk.service, {"reference": "a b", "born": "soon", "source": "the wind", "age": 3}).json()
    assert {p["field"] for p in wrong["problems"]} == {"reference", "born", "given", "family", "age"}
    assert desk.post("death-notifications", desk.service, TOLD | {"source": "the wind"}).status_code == 422
    assert desk.post("death-notifications", desk.service, TOLD | {"died": "1900-01-01"}).status_code == 422
    assert desk.post("death-notifications", desk.service, TOLD | {"died": "2100-01-01", "nino": "QQ123456C"}).status_code == 422
    assert desk.post("death-notifications", desk.token("agent"), TOLD).status_code == 403
