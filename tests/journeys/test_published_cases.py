"""One published case of each held theme, in a real browser: what a colleague meets where it once went wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported, PartReported
from customerview.instructions.journal_and_callbacks.facts import FirstLookTaken, MessageReceived
from customerview.instructions.letters_and_notifications.facts import LetterWritten
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel.facts import FactShared
from customerview.ledger import look, open_access, reading
from tests.portals.colleague.conftest import Town, colleague

pytestmark = pytest.mark.journey

UC = {"award": "UC-1", "benefit": "UC", "line": "UC"}
DECIDER = colleague("decision_maker", id="20000001", team="uc.decisions", line="UC")
AGENT = colleague("agent", id="20000002", team="uc.case", line="UC")
MANAGER = colleague("case_manager", id="20000004", team="uc.case", line="UC")
DEBT = colleague("agent", id="20000003", team="debt", line="DEBT")


def days(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database)


@pytest.fixture
def customer(town):
    """Somebody with Universal Credit and a debt."""

    def made(*more):
        return town.tell(
            (CustomerRegistered(source="UC", given="Ifan", family="Price", born=date(1979, 5, 6), nino="QQ654321A"), days(400)),
            (AwardReported(**UC, amount=42_490, frequency="month", starts=date(2024, 1, 3)), days(399)),
            (PartReported(line="DEBT", reference="D-7", what="An overpayment being paid back"), days(300)),
            *more,
        )

    return made


def sign_in(page, town, service, actor, stream):
    page.set_default_timeout(8_000)
    page.context.add_cookies([{"name": "cv_session", "value": town.session(actor), "url": service.url}])
    page.goto(f"/staff/customers/{stream}")
    page.get_by_label("To check something a colleague or another service asked").check()
    page.get_by_label("What do you need to see, in a sentence?").fill("his payments")
    page.get_by_role("button", name="Open the record").click()
    page.get_by_role("heading", name="Before you speak").wait_for()


def facts(town, stream):
    from customerview.instructions import catalogue

    secret = open_access(AGENT)
    look(secret, stream, AGENT, reason="a test looks")
    with reading(secret, catalogue(), AGENT) as view:
        return [happened.fact for happened in view.timeline(stream, limit=200)]


def test_uc_5_3_money_about_to_stop_though_nobody_tried_to_reach_him(town, service, page, axe, customer):
    stream = customer()
    sign_in(page, town, service, DECIDER, stream)
    page.goto(f"/staff/customers/{stream}/do/suspend_payment?award=UC-1")
    page.get_by_label("Nobody knows where the customer lives").check()
    page.get_by_label("Which fact exactly is in doubt?").fill("Where he lives")
    page.get_by_label("What is the evidence for that doubt?").fill("A letter came back")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Try to reach this customer again, on another day and by another way they can use").first.wait_for()
    page.get_by_text("Hold a case conference").first.wait_for()
    assert not axe(page)
    assert town.seen(stream).suspensions.open == {}


def test_x_3_2_a_death_told_once_is_with_every_line_and_first_on_the_screen(town, service, page, axe, customer):
    stream = customer()
    sign_in(page, town, service, DEBT, stream)
    page.goto(f"/staff/customers/{stream}/do/report_death")
    page.locator("input[name=date_known][value=no]").check()
    page.locator("input[name=source]").first.check()
    page.get_by_label("Who told us?").fill("His daughter")
    page.locator("input[name=transferred][value=no]").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("A death was reported").first.wait_for()
    assert not axe(page)
    shared = {fact.recipient for fact in facts(town, stream) if isinstance(fact, FactShared)}
    assert {"UC", "DEBT", "BEREAVEMENT"} <= shared
    sign_in(page, town, service, AGENT, stream)
    page.get_by_text("A death was reported").first.wait_for()
    assert {owed.duty for owed in town.seen(stream).duties.open.values()} >= {"chase_missing_date", "find_next_of_kin"}


def test_x_31_3_a_message_that_asks_for_something_is_not_closed_without_an_answer(town, service, page, axe, customer):
    stream = customer(
        (MessageReceived(topic="decision", line="UC", team="uc.case", text="Please look at my award again."), days(1)),
        (FirstLookTaken(message=4, asks=True), timedelta(hours=20)),
    )  # fmt: skip
    sign_in(page, town, service, AGENT, stream)
    page.goto("/staff/")
    page.get_by_text("Answer the customer's message about").first.wait_for()
    page.goto(f"/staff/customers/{stream}/do/close_without_reply?message=4")
    page.get_by_label("Why does it need no reply?").fill("Noted on the account")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("This message asks for something. Answer it.").first.wait_for()
    assert not axe(page)
    assert 4 in town.seen(stream).messages.open


def test_uc_7_4_a_call_does_not_end_with_what_was_said_left_out(town, service, page, axe, customer):
    stream = customer()
    sign_in(page, town, service, AGENT, stream)
    page.goto(f"/staff/customers/{stream}/contact/start")
    page.get_by_label("a call to us").check()
    page.get_by_label("the customer", exact=True).check()
    page.get_by_label("by questions").check()
    page.get_by_role("button", name="Start").click()
    page.goto(f"/staff/customers/{stream}/contact/questions")
    for answer in page.locator("input[value=no]").all():
        answer.check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Sum up, in the customer's own words").fill("You rang about your payments.")
    page.get_by_role("button", name="End call").click()
    page.get_by_text("Write in the note: what they reported, what was agreed, what happens next.").first.wait_for()
    assert not axe(page)
    assert town.seen(stream).contacts.open


def test_x_38_4_a_letter_with_parts_missing_does_not_leave(town, service, page, axe, customer):
    words = '{"blocks":[{"type":"paragraph","text":"Your appeal was allowed."}]}'
    letter = LetterWritten(
        letter="L1", spec="appeal_outcome", language="en", form="standard", way="post", about="UC-1", parts=("outcome",), content=words
    )
    stream = customer((letter, days(1)))
    sign_in(page, town, service, DECIDER, stream)
    page.get_by_text("Waits to be released").wait_for()
    page.goto(f"/staff/customers/{stream}/do/release_letter?letter=L1")
    page.get_by_text("Your appeal was allowed.").wait_for()
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Parts of this letter are missing.").first.wait_for()
    page.get_by_text("what to do if they disagree").first.wait_for()
    assert not axe(page)
    assert town.seen(stream).letters.waiting


def test_x_11_1_whoever_acts_is_not_saved_half_and_every_line_has_it_at_once(town, service, page, axe, customer):
    stream = customer()
    sign_in(page, town, service, MANAGER, stream)
    page.goto(f"/staff/customers/{stream}/do/record_authority")
    page.locator("input[name=type][value=corporate_appointee]").check()
    page.locator("input[name=name]").fill("Brynfor Council")
    for part, value in (("day", "2"), ("month", "3"), ("year", "2026")):
        page.locator(f"input[name=starts-{part}]").fill(value)
    page.locator("input[name=all_lines][value=yes]").check()
    page.locator("input[name=no_end][value=yes]").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Say all that has to be known of whoever acts before it is saved.").first.wait_for()
    page.get_by_text("the document that was seen").first.wait_for()
    assert not axe(page)
    page.locator("input[name=document][value=BF57]").check()
    page.locator("input[name=address_line]").fill("Civic Centre, Brynfor")
    page.locator("input[name=postcode]").fill("VF1 1AB")
    page.locator("input[name=paid_to]").fill("To the council's client account")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Brynfor Council").first.wait_for()
    (held,) = town.seen(stream).authority.held.values()
    assert (held.address, held.holder) == (("Civic Centre", "Brynfor"), f"known-by-name-{held.authority}")
    assert "UC" in {fact.recipient for fact in facts(town, stream) if isinstance(fact, FactShared)}
