"""Stopping somebody's money, through every room: what is missing is said, done, agreed to by a second person, and lifted at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.contacts.facts import ContactAttempted
from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered, RouteRecorded
from customerview.instructions.stopping_payments.report_suspension import ReportSuspension
from customerview.kernel import Actor
from customerview.ledger import look, open_access, writing
from customerview.perform import perform
from tests.portals.colleague.conftest import TODAY, Town, colleague

from .test_published_cases import sign_in

pytestmark = pytest.mark.journey

DECIDER = colleague("decision_maker", "case_manager", id="30000001", team="uc.decisions", line="UC")
LEADER = colleague("team_leader", id="30000002", team="uc.decisions", line="UC")
OTHER = colleague("agent", id="30000003", team="pip.case", line="PIP")
UC_SYSTEM = Actor(kind="client", id="uc-system", roles=frozenset({"line_system"}), line="UC")


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database)


@pytest.fixture
def customer(town):
    days = lambda n: timedelta(days=n)  # noqa: E731
    return town.tell(
        (CustomerRegistered(source="UC", given="Ceri", family="Vaughan", born=date(1984, 2, 9), nino="QQ765432B"), days(800)),
        (AddressChanged(role="home", lines=("4 Lock Row",), postcode="QA2 3BB"), days(799)),
        (RouteRecorded(route="phone", value="01632960077", preferred=True), days(798)),
        (AwardReported(award="UC-1", benefit="UC", line="UC", amount=42_490, frequency="month", starts=date(2024, 1, 3)), days(700)),
        (ContactAttempted(route="post", outcome="sent", usable=True, line="UC"), days(2)),
    )  # fmt: skip


def ask_to_suspend(page, stream):
    page.goto(f"/staff/customers/{stream}/do/suspend_payment?award=UC-1")
    page.get_by_label("Entitlement to the award is in doubt").check()
    page.get_by_label("Which fact exactly is in doubt?").fill("Whether she still lives in Britain")
    page.get_by_label("What is the evidence for that doubt?").fill("Her landlord wrote that she moved abroad")
    go_on(page)


def go_on(page):
    page.get_by_role("button", name="Continue").click()


def report_suspended(database, stream):
    secret = open_access(UC_SYSTEM)
    look(secret, stream, UC_SYSTEM, reason="reporting what was done")
    done = ReportSuspension(award="UC-1", since=TODAY)
    perform(done, on=stream, by=UC_SYSTEM, ledger=writing(secret, catalogue()), catalogue=catalogue())


def test_money_stops_only_after_what_is_missing_was_done_and_a_second_person_agreed(town, service, page, axe, customer):
    sign_in(page, town, service, DECIDER, customer)
    ask_to_suspend(page, customer)
    for sentence in ("Ask this customer what they need", "Try to reach this customer again", "Hold a case conference", "A second person has to agree",
                     "Search what every service already holds"):  # fmt: skip
        page.get_by_text(sentence).first.wait_for()
    assert not axe(page)
    assert town.seen(customer).suspensions.open == {} and not town.seen(customer).proposals.open

    page.goto(f"/staff/customers/{customer}/do/screen_needs")
    page.locator("input[name=outcome]").first.check()
    if page.locator("input[name=how]").count():
        page.locator("input[name=how]").first.check()
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    page.goto(f"/staff/customers/{customer}/do/record_contact_attempt")
    page.get_by_label("landline phone call").check()
    page.get_by_label("spoke to them").check()
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    page.goto(f"/staff/customers/{customer}/do/search_what_is_held?award=UC-1")
    page.locator("input[name=answered][value=no]").check()
    page.get_by_label("What was found?").fill("Nothing that says where she lives")
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    ask_to_suspend(page, customer)
    page.get_by_role("button", name="Ask a second person to agree").click()
    page.get_by_text("waits for a second person to agree").first.wait_for()
    assert town.seen(customer).suspensions.open == {}, "asked for is not agreed to"
    (proposal,) = town.seen(customer).proposals.open

    sign_in(page, town, service, LEADER, customer)
    page.goto(f"/staff/customers/{customer}/do/approve_proposal?proposal={proposal}")
    assert not axe(page)
    page.get_by_role("button").filter(has_text="Agree").or_(page.get_by_role("button", name="Continue")).first.click()
    page.get_by_text("Done: ").first.wait_for()
    record = town.seen(customer)
    assert record.suspensions.open["UC-1"].stage == "asked" and not record.proposals.open
    assert {o.duty for o in record.duties.open.values()} >= {"carry_out_suspension"}


def test_whoever_works_for_another_service_asks_and_whoever_decides_lifts_at_once(town, service, database, page, axe, customer):
    report_suspended(database, customer)
    assert town.seen(customer).duties.of("answer_for_unguarded_suspension"), "nobody had asked for it"
    sign_in(page, town, service, OTHER, customer)
    page.goto(f"/staff/customers/{customer}/do/suspend_payment?award=UC-1")
    assert page.get_by_role("button", name="Continue").count() == 0, "it is not theirs to do"
    page.goto(f"/staff/customers/{customer}/do/ask_line_to_lift?award=UC-1")
    page.get_by_label("Why should it be lifted?").fill("We saw her this morning at home")
    assert not axe(page)
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    assert town.seen(customer).duties.of("line_answers_what_it_was_asked")

    sign_in(page, town, service, DECIDER, customer)
    page.goto(f"/staff/customers/{customer}/do/resume_payment?award=UC-1")
    page.get_by_label("Why is it lifted?").fill("She lives where she always did")
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    record = town.seen(customer)
    assert record.suspensions.open["UC-1"].stage == "lifting"
    assert record.duties.of("pay_what_was_held") and not record.duties.of("answer_for_unguarded_suspension")
    assert record.duties.of("tell_what_the_line_answered") and not record.duties.of("line_answers_what_it_was_asked")
