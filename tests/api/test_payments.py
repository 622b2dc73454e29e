"""A line hands in the payments it made; what is kept can be proved, and what does not fit becomes work."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

import psycopg
import pytest
from django.db import transaction

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported, PaymentMissed
from customerview.intake import line_stream, payments_made, verify_payments
from customerview.intake.checked_payments import take
from customerview.ledger import reading
from customerview.ledger.erase import erase
from customerview.ledger.rebuild import rebuild

AWARD = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=77840, frequency="four_weeks", starts=date(2022, 1, 3))


def payment(customer, due="2026-11-02", made=None, amount=77840, award="PIP-1"):
    return {"customer": str(customer), "award": award, "due": due, "made": made or due, "amount": amount}


def check(database):
    with database.using("worker"):
        while take():
            pass


def record(database, stream):
    with database.using("worker"), reading(None, catalogue()) as view:
        return view.whole(stream)


def shown(database, stream):
    with database.using("worker"), reading(None, catalogue()) as view:
        return payments_made(view, stream)


def holds(database) -> list:
    with database.using("worker"), transaction.atomic():
        from django.db import connection

        return verify_payments(connection.connection).findings


@pytest.fixture
def pip(desk) -> str:
    return desk.token("line_system", line="PIP")


def test_a_batch_is_kept_once_however_often_it_comes_and_nobody_s_record_is_touched(desk, database, pip):
    one, two = desk.customers(2, AWARD)
    batch = {"reference": f"b/{uuid4()}", "payments": [payment(one), payment(two), payment(one, due="2026-10-05")]}
    first = desk.post("payments", pip, batch)
    assert first.status_code == 201, first.content
    assert (first.json()["count"], first.json()["total"]) == (3, 3 * 77840)
    again = desk.post("payments", pip, batch)
    assert again.status_code == 200
    assert again.json() == first.json() | {"again": True}
    number = record(database, one).number
    check(database)
    assert record(database, one).number == number, "made as expected: a row, and no fact"
    assert [(p.due, p.amount) for p in shown(database, one)] == [(date(2026, 11, 2), 77840), (date(2026, 10, 5), 77840)]
    assert desk.looks(one) == [], "a payment is no look at somebody's record"
    assert not holds(database)


def test_the_same_reference_with_other_payments_is_refused_and_says_what_to_do(desk, database, pip):
    one = desk.customer(AWARD)
    batch = {"reference": f"b/{uuid4()}", "payments": [payment(one)]}
    desk.post("payments", pip, batch)
    other = desk.post("payments", pip, batch | {"payments": [payment(one, amount=1)]})
    assert other.status_code == 422
    assert other.json()["problems"][0]["field"] == "reference"
    assert len(shown(database, one)) == 1


@pytest.mark.parametrize(("wrong", "field"), [
    ({"payments": []}, "payments"), ({"reference": "two words"}, "reference"),
    ({"payments": [{"customer": "somebody", "award": "PIP-1", "due": "2026-11-02", "made": "2026-11-02", "amount": 1}]}, "payments.0.customer"),
    ({"payments": [payment(uuid4()) | {"amount": -1}]}, "payments.0.amount"), ({"payments": [payment(uuid4()) | {"name": "Ann"}]}, "payments.0"),
])  # fmt: skip
def test_a_batch_that_is_wrong_is_told_where(desk, pip, wrong, field):
    answered = desk.post("payments", pip, {"reference": "b/1", "payments": [payment(uuid4())]} | wrong)
    assert answered.status_code == 422, answered.content
    assert answered.json()["problems"][0]["field"] == field


def test_a_payment_named_twice_in_one_batch_is_told(desk, pip):
    one = desk.customer(AWARD)
    answered = desk.post("payments", pip, {"reference": "b/2", "payments": [payment(one), payment(one, amount=5)]})
    assert answered.status_code == 422
    assert answered.json()["problems"][0]["field"] == "payments.1"


def test_only_a_line_s_own_system_hands_in_payments(desk, database, pip):
    one = desk.customer(AWARD)
    assert (
        desk.post("payments", desk.token("case_manager", line="PIP"), {"reference": "b/3", "payments": [payment(one)]}).status_code == 403
    )
    stated = {"reference": "b/4", "count": 1, "total": 1, "digest": "0" * 64}
    assert desk.act(line_stream("PIP"), "receive_payments", pip, stated).status_code in (403, 404), (
        "a digest is never stated, only worked out"
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect("web") as db:
        db.execute("INSERT INTO payment_made VALUES (%s, 1, 0, '2026-11-02', '2026-11-02', 1, 'PIP', 'PIP-1')", (one,))


@pytest.mark.parametrize("statement", ["UPDATE payment_made SET amount = 1", "DELETE FROM payment_made", "TRUNCATE payment_made"])
@pytest.mark.parametrize("login", ["web", "worker", "eraser"])
def test_nobody_changes_a_row(desk, database, pip, login, statement):
    desk.post("payments", pip, {"reference": f"b/{uuid4()}", "payments": [payment(desk.customer(AWARD))]})
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.connect(login) as db:
        db.execute(statement)


def test_what_was_not_as_expected_after_all_becomes_the_fact_it_is(desk, database, pip):
    less, late, missed = desk.customer(AWARD), desk.customer(AWARD), desk.customer(
        AWARD, PaymentMissed(award="PIP-1", benefit="PIP", line="PIP", payment="p-1", due=date(2026, 11, 2), amount=77840))  # fmt: skip
    desk.post("payments", pip, {"reference": f"b/{uuid4()}", "payments": [
        payment(less, amount=70000), payment(late, made="2026-11-05"), payment(missed, made="2026-11-04")]})  # fmt: skip
    check(database)
    assert record(database, less).payments.different["PIP-1"].amount == 70000
    assert record(database, late).payments.late == 1
    assert record(database, missed).payments.wrong == {}, "the missed payment was made after all"


def test_two_reports_that_cannot_both_be_so_are_work_for_the_payments_team(desk, database, pip):
    one = desk.customer(AWARD)
    for amount in (77840, 77839, 77839):
        desk.post("payments", pip, {"reference": f"b/{uuid4()}", "payments": [payment(one, amount=amount)]})
    check(database)
    (owed,) = record(database, one).duties.of("settle_differing_reports")
    assert owed.owner == "pip.payments"
    assert [p.amount for p in shown(database, one)] == [77840], "told once, as it was told first"
    settled = desk.act(one, "settle_payment_reports", pip, {"payment": "PIP-1-20261102", "amount": 77839, "said": "The bank's own list"})
    assert settled.status_code == 201, settled.content
    assert record(database, one).duties.of("settle_differing_reports") == []


def test_payments_that_belong_to_no_record_are_work_in_the_line_s_own_stream(desk, database, pip):
    somebody = desk.customer(AWARD)
    desk.post("payments", pip, {"reference": f"b/{uuid4()}", "payments": [
        payment(somebody), payment(uuid4()), payment(somebody, award="ESA-1"), payment(uuid4())]})  # fmt: skip
    check(database)
    line = record(database, line_stream("PIP"))
    assert sorted(line.handed_in.unplaced.values())[-2:] == ["no_award", "no_customer"]
    assert {o.owner for o in line.duties.of("place_unplaced_payments")} == {"pip.payments"}


def test_a_rebuild_and_an_erasure_leave_the_rows_as_they_came(desk, database, pip):
    one = desk.customer(AWARD)
    desk.post("payments", pip, {"reference": f"b/{uuid4()}", "payments": [payment(one)]})
    before = shown(database, one)
    with database.using("worker"), transaction.atomic():
        from django.db import connection

        rebuild(connection.connection, catalogue(), ("customerview.work.open_duty.project",))
    with database.connect("eraser") as db:
        erase(db, one)
    assert shown(database, one) == before
    assert not holds(database)


def test_a_row_changed_added_or_lost_behind_our_back_is_found(desk, own_database):
    from tests.api.desk import Desk

    there = Desk(own_database)
    pip, one = there.token("line_system", line="PIP"), there.customer(AWARD)
    there.post("payments", pip, {"reference": "b/1", "payments": [payment(one), payment(one, due="2026-10-05")]})
    assert not holds(own_database)
    with own_database.connect("migrator", autocommit=True) as db:
        db.execute("ALTER TABLE payment_made DISABLE TRIGGER ALL")
        db.execute("CREATE POLICY behind ON payment_made TO cv_migrator USING (true) WITH CHECK (true)")
        for change in (
            "UPDATE payment_made SET amount = amount + 1 WHERE place = 0", "UPDATE payment_made SET place = 7 - place",
            "INSERT INTO payment_made SELECT stream, 99, place, due, made, amount, line, award FROM payment_made", "DELETE FROM payment_made",
        ):  # fmt: skip
            db.execute("BEGIN")
            db.execute(change)
            db.execute("COMMIT")
            assert holds(own_database), change


def test_the_shape_of_a_batch_is_told(desk):
    told = json.loads(desk.http.get("/api/v1/openapi.json").content)
    assert set(told["components"]["schemas"]["Payment"]["properties"]) == {"customer", "award", "due", "made", "amount"}
    assert told["paths"]["/api/v1/payments"]["post"]["x-may"] == ["line_system"]
