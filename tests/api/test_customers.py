"""Reading a customer and acting for them: a look before any read, every refusal explained, nothing done twice."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection

from customerview.instructions.awards_and_payments.facts import AwardReported

from .desk import REASON

ENDED = {"award": "PIP-1", "ended": "2026-10-01"}
REFERRAL = {"award": "PIP-1"}
DEATH = {"date_known": False, "source": "caller"}


def test_a_record_is_read_with_a_reason_that_is_kept_before(desk):
    customer = desk.customer()
    agent = desk.token("agent", team="pip.case")
    answer = desk.get(f"customers/{customer}", agent)
    told = answer.json()
    assert answer.status_code == 200 and told["customer"] == str(customer) and told["record"]["person"]["names"][0]["family"] == "Example"
    assert answer["ETag"] == '"1"'
    ((actor, reason),) = desk.looks(customer)
    assert actor.startswith("client:") and actor.endswith("@pip.case") and reason == REASON


def test_without_a_reason_nothing_is_read(desk):
    customer = desk.customer()
    agent = desk.token("agent")
    for path in (f"customers/{customer}", f"customers/{customer}/duties"):
        answer = desk.get(path, agent, Reason="")
        assert answer.status_code == 422 and answer.json()["problems"][0]["field"] == "Reason"
    assert desk.looks(customer) == []


def test_a_reason_in_welsh_comes_percent_encoded(desk):
    customer = desk.customer()
    desk.get(f"customers/{customer}", desk.token("agent"), Reason="Galwad gan y cwsmer: t%C5%B7 newydd")
    assert desk.looks(customer)[0][1] == "Galwad gan y cwsmer: tŷ newydd"


def test_the_record_as_it_was_known(desk):
    customer = desk.customer()
    agent = desk.token("agent")
    before = desk.get(f"customers/{customer}", agent).json()
    assert desk.act(customer, "report_death", agent, DEATH).status_code == 201
    now = desk.get(f"customers/{customer}", agent).json()
    then = desk.get(f"customers/{customer}?known={before['at'].replace('+', '%2B')}", agent).json()
    assert now["record"]["death"]["status"] == "reported" and then["record"]["death"]["status"] == ""
    assert then["record"] == before["record"]
    long_ago = desk.get(f"customers/{customer}?known=2000-01-01T00:00:00Z&on=2000-01-01", agent)
    assert long_ago.status_code == 200 and long_ago.json()["number"] == 0


@pytest.mark.parametrize(
    "question", ["known=yesterday", "known=2026-01-01T00:00:00", "on=32", "on=0001-01-01", "known=9999-12-31T23:59:59Z"]
)
def test_a_moment_or_day_that_is_none(desk, question):
    answer = desk.get(f"customers/{desk.customer()}?{question}", desk.token("agent"))
    assert answer.status_code == 422 and answer.json()["problems"][0]["field"] in question


def test_what_nobody_knows_is_not_there(desk):
    agent = desk.token("agent")
    for path in (f"customers/{uuid4()}", f"customers/{uuid4()}/duties", "customers/not-an-id", "nothing", ""):
        answer = desk.get(path, agent)
        assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json", path
    assert desk.act(uuid4(), "report_death", agent, DEATH).status_code == 404
    assert desk.act(desk.customer(), "fly_to_the_moon", agent, {}).status_code == 404


def test_an_action_is_done_and_its_facts_come_back(desk):
    customer = desk.customer()
    answer = desk.act(customer, "report_death", desk.token("agent", team="pip.case"), DEATH)
    told = answer.json()
    assert answer.status_code == 201 and answer["Location"].endswith(str(customer)) and answer["ETag"] == f'"{told["number"]}"'
    assert told["facts"][0]["kind"] == "DeathReported" and told["facts"][0]["by"] == "client@pip.case"
    duties = desk.get(f"customers/{customer}/duties", desk.token("agent")).json()["duties"]
    assert {d["owner"] for d in duties} and all(d["words"] and d["due"] for d in duties)


def test_dry_asks_everything_and_does_nothing(desk):
    customer = desk.customer()
    answer = desk.act(customer, "report_death?dry=true", desk.token("agent"), DEATH)
    assert answer.status_code == 200 and answer.json()["facts"] and desk.facts(customer) == 1


def test_every_field_that_is_wrong_is_named_at_once(desk):
    answer = desk.act(desk.customer(), "report_death", desk.token("agent"), {"died": "soon", "source": "the wind", "surprise": 1})
    assert answer.status_code == 422
    assert {p["field"] for p in answer.json()["problems"]} == {"died", "source", "surprise", "date_known"}


def test_a_blank_answer_is_no_answer(desk):
    answer = desk.act(desk.customer(), "report_death", desk.token("agent"), {"date_known": False, "source": " "})
    assert [p["field"] for p in answer.json()["problems"]] == ["source"]


def test_a_role_that_may_not_is_told_so_before_its_fields_are_read(desk):
    customer = desk.customer()
    answer = desk.act(customer, "report_award", desk.token("agent"), {})
    assert answer.status_code == 403 and desk.looks(customer) == []


def test_a_line_does_only_what_is_its_own(desk):
    customer = desk.customer()
    pip, esa = desk.token("line_system", line="PIP"), desk.token("line_system", line="ESA")
    assert desk.act(customer, "report_award", pip, full_award()).status_code == 201
    assert desk.act(customer, "report_award_end", esa, ENDED).status_code == 403
    assert desk.act(customer, "report_award_end", pip, ENDED).status_code == 201


def full_award() -> dict:
    return {"award": "PIP-1", "benefit": "PIP", "amount": 18_450, "frequency": "four_weeks", "starts": "2026-01-05"}


def test_what_stands_in_the_way_says_what_to_do(desk):
    customer = desk.customer(AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=100, frequency="week", starts=date(2026, 1, 5)))
    desk.act(customer, "report_death", desk.token("agent"), DEATH)
    manager = desk.token("case_manager", line="PIP", team="pip.case")
    answer = desk.act(customer, "refer_for_assessment", manager, REFERRAL)
    told = answer.json()
    assert answer.status_code == 409 and told["type"].endswith("in-the-way")
    (guard,) = told["in_the_way"]
    assert guard["rule"] == "outgoing_stops_at_death" and guard["satisfied_by"] == "verify_death" and "death" in guard["words"]
    with desk.database.connect("worker") as db:  # the asking is kept, though nothing was done
        assert db.execute("SELECT action, done FROM asking WHERE stream = %s", (customer,)).fetchall() == [("refer_for_assessment", False)]


def test_an_override_needs_a_role_and_grounds(desk):
    customer = desk.customer(AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=100, frequency="week", starts=date(2026, 1, 5)))
    desk.act(customer, "report_death", desk.token("agent"), DEATH)
    manager = desk.token("case_manager", line="PIP", team="pip.case")
    answer = desk.act(customer, "refer_for_assessment", manager, REFERRAL, Override="outgoing_stops_at_death", Grounds="because")
    assert answer.status_code == 403


def test_newer_facts_are_shown_to_be_confirmed(desk):
    customer = desk.customer(AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=100, frequency="week", starts=date(2026, 1, 5)))
    manager = desk.token("case_manager", line="PIP", team="pip.case")
    seen = desk.get(f"customers/{customer}", manager)["ETag"]
    assert desk.act(customer, "report_award_end", desk.token("line_system", line="PIP"), ENDED).status_code == 201
    answer = desk.act(customer, "refer_for_assessment", manager, REFERRAL, If_Match=seen)
    told = answer.json()
    assert answer.status_code == 409 and told["type"].endswith("newer-facts") and told["facts"][0]["kind"] == "AwardEnded"
    confirmed = desk.act(customer, "refer_for_assessment", manager, REFERRAL, If_Match=f'"{told["number"]}"')
    assert confirmed.status_code == 201
    assert desk.act(customer, "refer_for_assessment", manager, REFERRAL, If_Match="nonsense").status_code == 422


def test_the_same_key_does_it_once_and_another_body_is_refused(desk):
    customer = desk.customer()
    agent = desk.token("agent")
    first = desk.act(customer, "report_death", agent, DEATH, Idempotency_Key="one")
    again = desk.act(customer, "report_death", agent, DEATH, Idempotency_Key="one")
    assert first.status_code == again.status_code == 201 and again.json()["again"] and not first.json()["again"]
    assert again.json()["facts"] == first.json()["facts"]
    other = desk.act(customer, "report_death", agent, DEATH | {"source": "letter"}, Idempotency_Key="one")
    assert other.status_code == 422 and other.json()["type"].endswith("key-used-twice")
    elsewhere = desk.act(desk.customer(), "report_death", agent, DEATH, Idempotency_Key="one")
    assert elsewhere.status_code == 422
    by_another = desk.act(customer, "report_death", desk.token("agent"), DEATH, Idempotency_Key="one")
    assert by_another.status_code == 201 and not by_another.json()["again"]


def test_a_refusal_is_not_kept_under_its_key(desk):
    customer = desk.customer()
    agent = desk.token("agent")
    wrong = desk.act(customer, "report_death", agent, DEATH | {"date_known": True}, Idempotency_Key="two")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["field"] == "died"
    assert desk.act(customer, "report_death", agent, DEATH, Idempotency_Key="two").status_code == 201


def test_eight_at_once_with_one_key_have_one_effect(desk):
    customer = desk.customer()
    agent = desk.token("agent")

    def send(_: int) -> tuple[int, str]:
        answer = desk.act(customer, "report_death", agent, DEATH, Idempotency_Key="eight")
        connection.close()
        return answer.status_code, json.dumps(answer.json()["facts"])

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(8)))
    assert {status for status, _ in answers} == {201} and len({facts for _, facts in answers}) == 1
    with desk.database.connect("worker") as db:
        (reports,) = db.execute("SELECT count(*) FROM fact WHERE stream = %s AND kind = 400", (customer,)).fetchone()
    assert reports == 1


def test_welsh_is_answered_in_welsh(desk):
    answer = desk.act(desk.customer(), "report_death", desk.token("agent"), {}, Accept_Language="cy, en;q=0.5")
    assert answer["Content-Language"] == "cy" and answer.json()["title"] == "Nid yw rhywfaint o hyn yn iawn"


def test_what_is_listed_can_be_done(desk):
    told = desk.get("actions", desk.token("agent")).json()["actions"]
    by_name = {a["name"]: a for a in told}
    assert by_name["report_death"]["allowed"] and not by_name["report_award"]["allowed"]
    assert by_name["report_death"]["schema"]["$defs"]["ReportDeath"]["required"] == ["date_known", "source"]
    assert any(a["guards"] for a in told)
