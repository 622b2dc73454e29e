"""A line is asked once, owes an answer by a day, and the customer hears it; what stands before the asking."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported, PaymentMissed
from customerview.instructions.awards_and_payments.report_payment_put_right import ReportPaymentPutRight
from customerview.instructions.bereavement.facts import DeathReported, DeathVerified
from customerview.instructions.change_of_circumstances.record_receipt import RecordReceipt
from customerview.instructions.contacts.facts import ContactStarted
from customerview.instructions.personal_details.facts import RouteRecorded, RouteSafetySaid
from customerview.instructions.representatives.facts import AuthorityDisputed, AuthorityRecorded
from customerview.instructions.requests_to_lines.answer_line_request import AnswerLineRequest
from customerview.instructions.requests_to_lines.ask_line_to_call import AskLineToCall
from customerview.instructions.requests_to_lines.ask_line_to_change_payment import AskLineToChangePayment
from customerview.instructions.requests_to_lines.ask_line_to_explain import AskLineToExplain
from customerview.instructions.requests_to_lines.ask_line_to_hold import AskLineToHold
from customerview.instructions.requests_to_lines.ask_line_to_lift import AskLineToLift
from customerview.instructions.requests_to_lines.ask_line_to_pay_again import AskLineToPayAgain
from customerview.instructions.requests_to_lines.ask_line_to_pay_arrears import AskLineToPayArrears
from customerview.instructions.requests_to_lines.facts import LineAsked, LineRequestJoined
from customerview.instructions.requests_to_lines.rules import read_out
from customerview.instructions.requests_to_lines.send_more_to_line import SendMoreToLine
from customerview.instructions.requests_to_lines.settle_line_answers import SettleLineAnswers
from customerview.instructions.requests_to_lines.tell_of_line_answer import TellOfLineAnswer
from customerview.instructions.requests_to_lines.withdraw_line_request import WithdrawLineRequest
from customerview.instructions.stopping_payments.facts import PaymentSuspended, ProtectiveHoldPlaced
from customerview.instructions.stopping_payments.resume_payment import ResumePayment
from customerview.instructions.support_needs.facts import TakeCareSaid
from customerview.kernel.facts import FactShared
from customerview.perform import Invalid, NotAllowed

from ..played import Played, colleague, line_system

MONDAY, TUESDAY, WEDNESDAY, NEXT_MONDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 9)
OF = {"award": "ESA-1", "benefit": "ESA", "line": "ESA"}
AGENT, OTHER, SYSTEM = colleague("agent"), colleague("case_manager", line="UC", who="1002"), line_system("ESA")
MISSED = PaymentMissed(**OF, payment="p-1", due=date(2026, 10, 28), amount=29_180)
ARREARS = AskLineToPayArrears(
    award="ESA-1", item="decision", from_day=date(2026, 1, 5), to_day=date(2026, 2, 1), amount=20_000, why="The decision of 2 February"
)
EXPLAIN = AskLineToExplain(award="ESA-1", item="payment", from_day=MONDAY, why="Why it was less than usual")


@pytest.fixture
def paid(catalogue):
    return Played(catalogue, MONDAY).given(
        AwardReported(**OF, amount=29_180, frequency="fortnight", starts=date(2024, 1, 1)),
        RouteRecorded(route="mobile", value="07700 900123"),
    )


def asked(story: Played, action, by=AGENT) -> int:
    story.when(action, by)
    return max(story.record.line_requests.open)


def test_a_line_is_told_at_once_and_its_team_owes_an_answer_by_a_day(paid):
    done = paid.when(ARREARS, AGENT)
    assert [type(h.fact) for h in done.facts] == [LineAsked, FactShared]
    assert (done.facts[1].fact.recipient, done.facts[1].fact.of) == ("ESA", done.facts[0].number)
    paid.owes("line_answers_what_it_was_asked", by=NEXT_MONDAY, owner="esa.payments")
    said = done.facts[0].say("customer")
    assert (
        said
        == "We asked the team that pays your Employment and Support Allowance to pay the money it still owes you. They should answer by Monday 9 November 2026."
    )
    assert "decision of 2 February" not in said
    number = done.facts[0].number
    paid.when(RecordReceipt(share="request_reaches_the_line", of=number), SYSTEM)
    assert paid.record.line_requests.open[number].received


def test_the_same_is_asked_once_and_what_the_second_one_said_is_kept(paid):
    number = asked(paid, EXPLAIN)
    again = paid.when(AskLineToExplain(award="ESA-1", item="payment", from_day=MONDAY, why="She rang again and is worried"), OTHER)
    assert isinstance(again.facts[0].fact, LineRequestJoined)
    one = paid.record.line_requests.open[number]
    assert list(paid.record.line_requests.open) == [number] and one.joined == ["She rang again and is worried"] and one.team == "pip.case"
    other = asked(paid, AskLineToExplain(award="ESA-1", item="payment", from_day=TUESDAY, why="And that of the next day"))
    assert set(paid.record.line_requests.open) == {number, other}


@pytest.mark.parametrize(("outcome", "more", "owed"), [
    ("done", {}, "tell_what_the_line_answered"), ("refused", {"why": "It was right"}, "tell_what_the_line_answered"),
    ("needs_more", {"more": "The day of the letter, from the customer"}, "send_what_the_line_needs"), ("not_ours", {"whose": "DEBT"}, "find_whose_request_it_is"),
])  # fmt: skip
def test_each_answer_opens_what_comes_next_with_whoever_asked(paid, outcome, more, owed):
    number = asked(paid, EXPLAIN)
    paid.when(AnswerLineRequest(line_request=number, outcome=outcome, **more), SYSTEM)
    assert paid.owed("line_answers_what_it_was_asked") is None
    found = paid.owed(owed)
    assert found is not None and found.owner == "pip.case"


def test_what_the_line_needs_is_sent_and_it_owes_its_answer_again(paid):
    number = asked(paid, EXPLAIN)
    paid.when(AnswerLineRequest(line_request=number, outcome="needs_more", more="The day"), SYSTEM)
    paid.today = WEDNESDAY
    paid.when(SendMoreToLine(line_request=number, sent="The fourth of October"), AGENT)
    assert paid.owed("send_what_the_line_needs") is None
    paid.owes("line_answers_what_it_was_asked", by=date(2026, 11, 6), owner="esa.case")
    paid.when(AnswerLineRequest(line_request=number, outcome="done", why="Rent was taken"), SYSTEM)
    paid.when(TellOfLineAnswer(line_request=number, route="mobile", said="Rent was taken"), AGENT)
    assert not paid.record.line_requests.open and paid.record.line_requests.over[number].told
    assert not [o for o in paid.record.duties.open.values() if o.duty != "share_receipt_confirmed"]


def test_an_answer_that_needs_words_is_not_taken_without_them(paid):
    number = asked(paid, ARREARS)
    for wrong in (
        {"outcome": "refused"},
        {"outcome": "needs_more"},
        {"outcome": "done"},
        {"outcome": "done", "paid": 20_000, "day": TUESDAY},
    ):
        with pytest.raises(Invalid):
            paid.when(AnswerLineRequest(line_request=number, **wrong), SYSTEM)
    with pytest.raises(NotAllowed):
        paid.when(AnswerLineRequest(line_request=number, outcome="refused", why="No"), line_system("PIP"))


def test_a_second_different_answer_is_kept_beside_the_first_and_is_the_line_s_to_settle(paid):
    number = asked(paid, ARREARS)
    paid.when(AnswerLineRequest(line_request=number, outcome="done", paid=20_000, day=MONDAY), SYSTEM)
    with pytest.raises(Invalid):
        paid.when(AnswerLineRequest(line_request=number, outcome="done", paid=20_000, day=MONDAY), SYSTEM)
    paid.when(TellOfLineAnswer(line_request=number, route="mobile", said="It is paid"), AGENT)
    paid.when(AnswerLineRequest(line_request=number, outcome="refused", why="Nothing is owed"), SYSTEM)
    paid.owes("say_which_answer_is_right", by=TUESDAY, owner="esa.payments")
    one = paid.record.line_requests.open[number]
    assert (one.stage, one.outcome, one.other, one.other_said) == ("differs", "done", "refused", "Nothing is owed")
    paid.when(SettleLineAnswers(line_request=number, outcome="refused", why="The bank's list shows nothing"), SYSTEM)
    assert paid.owed("say_which_answer_is_right") is None
    paid.owes("tell_what_the_line_answered", by=TUESDAY, owner="pip.case")


def test_a_payment_or_a_lifting_is_itself_the_answer(paid):
    paid.given(MISSED)
    again = asked(paid, AskLineToPayAgain(award="ESA-1", payment="p-1", why="It never came"))
    paid.when(ReportPaymentPutRight(award="ESA-1", payment="p-1", made=MONDAY, amount=29_180), SYSTEM)
    assert paid.record.line_requests.open[again].outcome == "done" and not paid.record.payments.wrong
    paid.given(PaymentSuspended(**OF, ground="amount", since=MONDAY))
    lift = asked(paid, AskLineToLift(award="ESA-1", why="The doubt is answered"))
    paid.when(ResumePayment(award="ESA-1", why="It is"), colleague("decision_maker", line="ESA", who="9"))
    assert paid.record.line_requests.open[lift].outcome == "done"
    assert paid.owed("line_answers_what_it_was_asked") is None


def test_the_answer_to_a_lifting_lifts_it_and_one_to_a_lost_payment_puts_it_right(paid):
    paid.given(MISSED, PaymentSuspended(**OF, ground="amount", since=MONDAY))
    again = asked(paid, AskLineToPayAgain(award="ESA-1", payment="p-1", why="It never came"))
    paid.when(AnswerLineRequest(line_request=again, outcome="done", paid=29_180, day=MONDAY), SYSTEM)
    assert not paid.record.payments.wrong, "due before the suspension, so it could be asked for"
    lift = asked(paid, AskLineToLift(award="ESA-1", why="The doubt is answered"))
    paid.when(AnswerLineRequest(line_request=lift, outcome="done", paid=500), SYSTEM)
    assert not paid.record.suspensions.open


def test_what_fell_due_while_payments_are_suspended_is_asked_for_by_asking_to_lift(paid):
    paid.given(PaymentSuspended(**OF, ground="amount", since=date(2026, 1, 20)))
    (outcome,) = paid.refuses(ARREARS, AGENT)
    assert (outcome.rule, outcome.satisfied_by) == ("only_what_is_not_in_doubt_is_asked_for", "ask_line_to_lift")


def test_nobody_who_died_is_paid_and_what_was_asked_is_over(paid):
    number = asked(paid, ARREARS)
    paid.given(DeathReported(source="caller", died=MONDAY))
    again = AskLineToPayArrears(award="ESA-1", item="shortfall", from_day=MONDAY, to_day=MONDAY, why="Less was paid")
    assert {o.kind for o in paid.refuses(again, AGENT)} == {"held"}
    paid.given(DeathVerified(source="registration", died=MONDAY))
    assert {o.kind for o in paid.refuses(again, AGENT)} == {"refused"}
    assert paid.owed("line_answers_what_it_was_asked") is None and number in paid.record.line_requests.over
    paid.when(AskLineToHold(award="ESA-1", item="letter", to_day=NEXT_MONDAY, why="They wrote to the widow in his name"), AGENT)


def test_where_somebody_may_be_taking_the_money_it_is_said_how_it_reaches_the_customer(paid):
    paid.given(ProtectiveHoldPlaced(**OF, ground="suspected_theft", until=TUESDAY, safe_way="By voucher"))
    assert [(o.kind, o.rule) for o in paid.refuses(ARREARS, AGENT)] == [("reason", "money_reaches_the_customer_alone")]
    paid.when(ARREARS, AGENT, reason="By voucher, given to her at the office")
    assert paid.owed("line_answers_what_it_was_asked") is not None


def account(number: str = "12345678") -> AskLineToChangePayment:
    return AskLineToChangePayment(
        award="ESA-1", item="account", from_day=NEXT_MONDAY, account_name="R Morgan", sort_code="00-00-00", account_number=number,
        why="She gave it on the phone",
    )  # fmt: skip


def test_another_account_is_asked_for_with_the_customer_there_and_known(paid):
    assert [o.rule for o in paid.refuses(account(), AGENT)] == ["payment_changed_by_the_customer_themselves"]
    paid.given(ContactStarted(channel="call_in", party="customer", checked="not_checked", line="PIP"))
    assert paid.refuses(account(), AGENT)
    paid.given(ContactStarted(channel="call_in", party="customer", checked="questions", line="PIP"))
    done = paid.when(account(), AGENT)
    assert done.facts[0].fact.account_number == "12345678"
    assert {"account_number", "sort_code", "account_name", "why"} <= set(done.facts[0].fact.kind.forget), (
        "they are not sent by webhook, and can be erased"
    )
    second = paid.when(account("87654321"), AGENT)
    assert isinstance(second.facts[0].fact, LineAsked), "another account is another request"


def test_another_account_waits_for_a_second_person_where_who_acts_is_disputed(paid):
    paid.given(
        ContactStarted(channel="call_in", party="customer", checked="questions", line="PIP"),
        AuthorityRecorded(authority="a-1", type="appointee", holder="x", lines=("ESA",), starts=date(2024, 1, 1)), AuthorityDisputed(authority="a-1"),
    )  # fmt: skip
    assert [(o.kind, o.satisfied_by) for o in paid.refuses(account(), AGENT)] == [("approval", "team_leader")]


def test_a_line_calls_only_on_a_number_that_is_safe_and_takes_along_what_to_take_care_of(paid):
    paid.given(TakeCareSaid(instruction="leave_no_message"), TakeCareSaid(instruction="speak_alone"))
    done = paid.when(AskLineToCall(award="ESA-1", route="mobile", why="What became of her claim"), AGENT)
    assert done.facts[0].fact.care == ("leave_no_message", "speak_alone")
    number = done.facts[0].number
    paid.when(AnswerLineRequest(line_request=number, outcome="done"), SYSTEM)
    assert paid.owed("tell_what_the_line_answered") is None, "the line told her itself"
    paid.given(RouteSafetySaid(route="mobile", safe=False))
    assert [o.rule for o in paid.refuses(AskLineToCall(award="ESA-1", route="mobile", why="The same again"), AGENT)] == [
        "called_only_by_a_way_that_is_safe"
    ]


def test_what_is_no_longer_wanted_is_taken_back_and_the_line_is_told(paid):
    number = asked(paid, EXPLAIN)
    done = paid.when(WithdrawLineRequest(line_request=number, why="She found the letter"), AGENT)
    assert isinstance(done.facts[1].fact, FactShared)
    assert paid.owed("line_answers_what_it_was_asked") is None
    paid.when(AnswerLineRequest(line_request=number, outcome="done", why="Here it is"), SYSTEM)
    assert paid.owed("tell_what_the_line_answered") is None


def test_where_it_stands_can_be_read_out_in_both_languages(paid):
    number = asked(paid, EXPLAIN)

    def said(lang="en") -> str:
        return read_out(paid.record.line_requests.open[number], paid.today).say(lang)

    assert said().endswith("Their system has not confirmed it yet. They should answer by Wednesday 4 November 2026.")
    paid.when(RecordReceipt(share="request_reaches_the_line", of=number), SYSTEM)
    assert "They have it since 2 November 2026." in said()
    assert said("cy").startswith("Ar 2 Tachwedd 2026 gofynnwyd i'r tîm")
    paid.today = date(2026, 11, 5)
    assert "They are late, and we are sorry." in said()
    paid.when(AnswerLineRequest(line_request=number, outcome="refused", why="It was right"), SYSTEM)
    assert said().endswith("They answered on 5 November 2026: it will not be done.")
