"""A report that matched nobody reaches the record it belongs to; one matched to nothing goes back to people."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from customerview.instructions import catalogue
from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.instructions.bereavement.settle_unmatched_report import SettleUnmatchedReport
from customerview.instructions.personal_details.register_customer import RegisterCustomer
from customerview.intake.matched_deaths import take
from customerview.kernel import Actor, job
from customerview.ledger import reading, writing
from customerview.perform import perform

OFFICER = Actor(kind="colleague", id="5001", roles=frozenset({"bereavement_officer"}), teams=("bereavement",), line="BEREAVEMENT")


@pytest.fixture
def worker(database):
    with database.using("worker"):
        yield


def do(action, stream: UUID, by: Actor = OFFICER):
    return perform(action, on=stream, by=by, ledger=writing(None, catalogue()), catalogue=catalogue())


def record(stream: UUID):
    with reading(None, catalogue()) as view:
        return view.whole(stream)


def settled(customer: UUID) -> UUID:
    report = uuid4()
    do(ReceiveUnmatchedReport(source="public_reporting", reference="TUO-9", died=date(2026, 10, 1), reporter="A son", reach="01632 960010"),
       report, by=job("test"))  # fmt: skip
    do(SettleUnmatchedReport(outcome="matched", customer=customer), report)
    while take():
        pass
    return report


def test_a_matched_report_is_a_death_in_that_customer_s_record_once(worker):
    customer = uuid4()
    do(RegisterCustomer(given="Ann", family="Example", born=date(1940, 1, 1), nino="QQ000001A", source="SP"), customer, by=job("test"))
    settled(customer)
    death = record(customer).death
    assert (death.status, death.died, death.source, death.reporter) == ("reported", date(2026, 10, 1), "public_reporting", "A son")
    number = record(customer).number
    assert take() == 0 and record(customer).number == number, "taken once"


def test_a_report_matched_to_no_record_of_ours_is_open_again(worker):
    report = settled(uuid4())
    assert record(report).duties.of("match_death_report")
