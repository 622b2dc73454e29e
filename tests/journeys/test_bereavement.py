"""A death told in one call, through every room: shared, first on the screen, nothing sent, and put right when it was wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported, PartReported
from customerview.instructions.personal_details.facts import CustomerRegistered, RouteRecorded
from customerview.kernel.facts import FactShared
from customerview.ledger import look, open_access, reading
from tests.portals.colleague.conftest import TODAY, Town, colleague

from .test_published_cases import sign_in

pytestmark = pytest.mark.journey

AGENT = colleague("agent", id="40000001", team="debt", line="DEBT")
OFFICER = colleague("bereavement_officer", id="40000002", team="bereavement", line="BEREAVEMENT")
DECIDER = colleague("decision_maker", "case_manager", id="40000003", team="pip.decisions", line="PIP")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database)


@pytest.fixture
def customer(town):
    days = lambda n: timedelta(days=n)  # noqa: E731
    return town.tell(
        (CustomerRegistered(source="PIP", given="Idris", family="Beynon", born=date(1950, 7, 1), nino="QQ888777A"), days(900)),
        (RouteRecorded(route="phone", value="01632960088", preferred=True), days(899)),
        (AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=77_840, frequency="four_weeks", starts=date(2023, 1, 9)), days(800)),
        (AwardReported(award="SP-1", benefit="SP", line="SP", amount=96_520, frequency="four_weeks", starts=date(2016, 7, 4)), days(800)),
        (PartReported(line="CMS", reference="C-9", what="child_maintenance"), days(700)),
    )  # fmt: skip


def go_on(page):
    page.get_by_role("button", name="Continue").click()


def shared_with(town, stream) -> set[str]:
    secret = open_access(OFFICER)
    look(secret, stream, OFFICER, reason="a test looks")
    with reading(secret, catalogue(), OFFICER) as view:
        return {h.fact.recipient for h in view.timeline(stream, limit=200) if isinstance(h.fact, FactShared)}


def report(page, stream):
    page.goto(f"/staff/customers/{stream}/do/report_death")
    page.locator("input[name=date_known][value=yes]").check()
    for part, value in zip(("day", "month", "year"), (TODAY.day, TODAY.month, TODAY.year), strict=True):
        page.locator(f"input[name^=died][name$={part}]").fill(str(value))
    page.get_by_label("Somebody told us by phone or in person").check()
    page.get_by_label("Who told us?").fill("His son")
    page.get_by_label("How can we reach them?").fill("01632 960089")
    page.locator("input[name=transferred][value=no]").check()
    go_on(page)
    page.get_by_text("A death was reported").first.wait_for()


def test_one_call_is_enough_everybody_has_it_and_nothing_more_is_sent(town, service, page, axe, customer):
    sign_in(page, town, service, AGENT, customer)
    report(page, customer)
    assert not axe(page)
    assert shared_with(town, customer) == {"BEREAVEMENT", "PIP", "SP", "CMS"}
    record = town.seen(customer)
    assert {o.duty for o in record.duties.open.values()} >= {
        "call_back_reporter", "act_on_death", "find_next_of_kin", "share_receipt_confirmed", "verify_reported_death",
    }  # fmt: skip

    sign_in(page, town, service, DECIDER, customer)
    page.get_by_text("Death reported", exact=True).first.wait_for()
    page.goto(f"/staff/customers/{customer}/do/refer_for_assessment?award=PIP-1")
    go_on(page)
    page.get_by_text("A death was reported. This waits until it is verified or found wrong.").first.wait_for()
    assert town.seen(customer).referrals.open == {}


def test_the_bereavement_team_verifies_it_and_finds_whom_to_speak_to(town, service, page, axe, customer):
    sign_in(page, town, service, AGENT, customer)
    report(page, customer)
    sign_in(page, town, service, OFFICER, customer)
    page.goto("/staff/")
    page.get_by_text("Ring back whoever reported the death").first.wait_for()
    page.goto(f"/staff/customers/{customer}/do/verify_death")
    for part, value in zip(("day", "month", "year"), (TODAY.day, TODAY.month, TODAY.year), strict=True):
        page.locator(f"input[name^=died][name$={part}]").fill(str(value))
    page.get_by_label("Registration of deaths").check()
    go_on(page)
    page.get_by_text("Death verified", exact=True).first.wait_for()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not axe(page)
    page.goto(f"/staff/customers/{customer}/do/record_next_of_kin")
    page.get_by_label("Next of kin").first.check()
    page.get_by_label("What is their name?").fill("Gareth Beynon")
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    assert [k.name for k in town.seen(customer).death.kin.values()] == ["Gareth Beynon"]


def test_somebody_found_alive_is_put_right_the_same_day(town, service, page, axe, customer):
    sign_in(page, town, service, AGENT, customer)
    report(page, customer)
    sign_in(page, town, service, DECIDER, customer)
    page.goto(f"/staff/customers/{customer}/do/record_alive")
    page.get_by_label("How do you know?").fill("He rang, and answered every question")
    page.locator("input[name=source][value=spoke]").check()
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    assert page.get_by_text("Death reported", exact=True).count() == 0
    record = town.seen(customer)
    assert not record.death.reported
    assert {o.due for o in record.duties.of("death_record_accurate")} == {record.duties.of("apologise_for_recorded_death")[0].due}
    page.goto(f"/staff/customers/{customer}/do/refer_for_assessment?award=PIP-1")
    go_on(page)
    page.get_by_text("Done: ").first.wait_for()
    assert town.seen(customer).referrals.open
