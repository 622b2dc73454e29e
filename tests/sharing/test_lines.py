"""Service lines that are down, repeat, reorder and contradict: nothing is missed, and each acts once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.intake import payments_made
from customerview.kernel import Actor
from customerview.ledger import reading, writing
from customerview.perform import perform
from tests.api.desk import Desk

from .conftest import until

DEATHS = 500
OFFICER = Actor(kind="job", id="test", roles=frozenset({"job"}))


def paid_by(*lines: str) -> list[AwardReported]:
    return [AwardReported(award=f"{b}-1", benefit=b, line=b, amount=100, frequency="week", starts=date(2026, 1, 5)) for b in lines]


def report_death(database, customer: UUID) -> None:
    with database.using("worker"):
        perform(ReportDeath(date_known=True, died=date(2026, 11, 20), source="caller"), on=customer, by=OFFICER,
                ledger=writing(None, catalogue()), catalogue=catalogue())  # fmt: skip


def receipts(database) -> dict[str, int]:
    with database.connect("worker") as db:
        return dict(db.execute("SELECT recipient, count(receipt) FROM delivery GROUP BY recipient").fetchall())


def gaps(database, customers: list[UUID]) -> dict[UUID, set[str]]:
    """Whose receipt is still owed, for each customer."""
    with database.using("worker"), reading(None, catalogue()) as view:
        return {c: {o.values["recipient"] for o in view.record(c).duties.of("share_receipt_confirmed")} for c in customers}


def test_a_line_that_is_off_while_500_deaths_are_shared_has_every_one_when_it_is_back_and_acts_once(own_database, town):
    desk = Desk(own_database)
    pip, esa = town.start_line("PIP"), town.start_line("ESA")
    esa.behave(down=True)
    customers = desk.customers(DEATHS, *paid_by("PIP", "ESA"))
    with town.worker():
        for customer in customers:
            report_death(own_database, customer)
        until(lambda: receipts(own_database).get("PIP") == DEATHS, patience=300)
        assert receipts(own_database)["ESA"] == 0 and esa.state()["received"] == 0
        for owed in gaps(own_database, customers[::50]).values():
            assert "ESA" in owed and "PIP" not in owed
        esa.behave(down=False, reorder=True)
        until(lambda: receipts(own_database)["ESA"] == DEATHS, patience=300)
        until(lambda: esa.state()["waiting"] == 0, patience=300)
    for line in (pip, esa):
        state = line.state()
        assert state["received"] == state["acts"] == DEATHS and state["refused"] == []
    assert all(not owed & {"PIP", "ESA"} for owed in gaps(own_database, customers).values())
    told = done_by_lines(own_database)
    assert told["ReceiptRecorded"] == (2 * DEATHS, 2 * DEATHS) and told["LineActedOnDeath"] == (2 * DEATHS, 2 * DEATHS)


def done_by_lines(database) -> dict[str, tuple[int, int]]:
    """What the lines' systems recorded: how often, and for how many customers by how many lines."""
    with database.connect("worker") as db:
        rows = db.execute(
            "SELECT kind, count(*), count(DISTINCT (stream, actor)) FROM fact WHERE actor LIKE 'client:%' GROUP BY kind"
        ).fetchall()
    return {catalogue().kinds.by_code[kind].__name__: (n, distinct) for kind, n, distinct in rows}


def test_a_line_that_repeats_everything_changes_nothing(own_database, town):
    desk = Desk(own_database)
    pip = town.start_line("PIP")
    pip.behave(repeat=3, reorder=True)
    customers = desk.customers(5, *paid_by("PIP"))
    for customer in customers:
        report_death(own_database, customer)
    with town.worker():
        until(lambda: receipts(own_database).get("PIP") == 5)
        until(lambda: pip.state()["waiting"] == 0)
    assert done_by_lines(own_database) == {"ReceiptRecorded": (5, 5), "LineActedOnDeath": (5, 5)}


def test_a_line_that_contradicts_is_recorded_and_puts_the_death_in_doubt(own_database, town):
    desk = Desk(own_database)
    pip = town.start_line("PIP")
    pip.behave(contradict=True)
    (customer,) = desk.customers(1, *paid_by("PIP"))
    report_death(own_database, customer)
    with town.worker():
        until(lambda: receipts(own_database).get("PIP", 0) >= 1)
        until(lambda: pip.state()["waiting"] == 0)
    with own_database.using("worker"), reading(None, catalogue()) as view:
        assert view.record(customer).death.status == "doubtful"


def test_a_line_reports_what_it_pays_in_its_own_time(own_database, town):
    desk = Desk(own_database)
    pip = town.start_line("PIP")
    customer = desk.customer()
    pip.ask("report", {"key": "award", "customer": str(customer), "action": "report_award", "fields": {
        "award": "PIP-1", "benefit": "PIP", "amount": 18450, "frequency": "four_weeks", "starts": "2026-01-05"}})  # fmt: skip
    until(lambda: pip.state()["reports"].get("201") == 1)
    with own_database.using("worker"), reading(None, catalogue()) as view:
        assert view.record(customer).awards.held["PIP-1"].latest.amount == 18450
        assert view.ages()["PIP"].total_seconds() < 60


def test_a_line_hands_in_its_payments_and_each_is_kept_once_however_it_behaves(own_database, town):
    desk = Desk(own_database)
    pip = town.start_line("PIP")
    (customer,) = desk.customers(1, *paid_by("PIP"))
    pip.behave(repeat=3, reorder=True, contradict=True)
    with town.worker():
        for day in ("2026-11-02", "2026-11-09", "2026-11-16"):
            pip.ask(
                "pay",
                {
                    "reference": f"paid-{day}",
                    "payments": [{"customer": str(customer), "award": "PIP-1", "due": day, "made": day, "amount": 100}],
                },
            )
        until(lambda: set(pip.state()["batches"]) == {"200"} and pip.state()["batches"]["200"] == 6)
        with own_database.using("worker"):
            until(lambda: len(differing(customer)) == 3)
            with reading(None, catalogue()) as view:
                assert [(p.due.day, p.amount) for p in payments_made(view, customer)] == [(16, 100), (9, 100), (2, 100)]


def differing(customer: UUID) -> list:
    with reading(None, catalogue()) as view:
        return view.record(customer).duties.of("settle_differing_reports")
