"""Messages both ways: read within hours, answered by one team by a day, opened or followed up, closed only with a reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.awards_and_payments.start_deduction import StartDeduction
from customerview.instructions.journal_and_callbacks.answer_message import AnswerMessage
from customerview.instructions.journal_and_callbacks.close_without_reply import CloseWithoutReply
from customerview.instructions.journal_and_callbacks.facts import (
    ClosureSampled,
    FirstLookTaken,
    MessageAnswered,
    MessageNeedsNoReply,
    MessageOpened,
    MessageReceived,
    MessageSent,
    UnreadFollowedUp,
)
from customerview.instructions.journal_and_callbacks.follow_up_unread import FollowUpUnread
from customerview.instructions.journal_and_callbacks.open_message import OpenMessage
from customerview.instructions.journal_and_callbacks.sample_closure import SampleClosure
from customerview.instructions.journal_and_callbacks.send_message import SendMessage
from customerview.instructions.journal_and_callbacks.send_message_to_us import SendMessageToUs
from customerview.instructions.journal_and_callbacks.take_first_look import TakeFirstLook
from customerview.instructions.journal_and_callbacks.when_messages_are_read import HELP, WHEN_READ
from customerview.instructions.moving_work.accept_duty import AcceptDuty
from customerview.instructions.moving_work.offer_duty import OfferDuty
from customerview.instructions.personal_details.change_phone import ChangePhone
from customerview.instructions.personal_details.facts import IdentityMatched, LanguageChosen, RouteRecorded
from customerview.instructions.support_needs.end_adjustment import EndAdjustment
from customerview.instructions.support_needs.facts import AdjustmentAgreed, NeedRecorded
from customerview.instructions.support_needs.record_digital_access import RecordDigitalAccess
from customerview.kernel import LONDON
from customerview.learning import given
from customerview.learning.expected import needs, not_for_them, refused, wrong
from customerview.learning.people import AGENT, CUSTOMER, TEAM_LEADER, staff

UC = AwardReported(award="UC-1", benefit="UC", line="UC", amount=42_490, frequency="month", starts=date(2024, 1, 3))
SIGNED_IN = IdentityMatched(subject="sign-in")
MONEY_OFF = StartDeduction(award="UC-1", deduction="loan", to="DEBT", pence=2_400)
DECIDER = staff("decision_maker", line="UC")


def wrote(text: str, topic: str = "other", *facts, on=date(2026, 3, 2)):
    story = given(UC, *facts, on=on).when(SendMessageToUs(topic=topic, text=text), by=CUSTOMER).then(MessageReceived)
    story.message = story.number_of(MessageReceived)
    return story


def looked(story, *heard: str, money: bool = False, asks: bool = True):
    return story.when(TakeFirstLook(message=story.message, heard=heard or ("none",), money=money, asks=asks), by=AGENT).then(FirstLookTaken)


def test_a_message_is_read_then_answered_and_nothing_is_owed_any_more():
    story = wrote("When does it begin?").owes(
        "first_look_at_everything_inbound", by=datetime(2026, 3, 2, 12, tzinfo=LONDON), owner="uc.case"
    )
    looked(story).owes_nothing("first_look_at_everything_inbound").owes("answer_journal_message", by=5)
    story.when(AnswerMessage(message=story.message, text="On Monday."), by=AGENT).then(MessageAnswered).owes_nothing()
    assert not story.record.messages.open


def test_it_is_not_answered_or_closed_unread():
    story = wrote("Thank you")
    story.when(AnswerMessage(message=story.message, text="You are welcome."), by=AGENT).then(
        needs(TakeFirstLook, "first_look_at_everything_inbound")
    )
    story.when(CloseWithoutReply(message=story.message, why="Only thanks"), by=AGENT).then(needs(TakeFirstLook))


@pytest.mark.parametrize("heard", [(), ("none", "danger"), ("weather",)])
def test_a_first_look_cannot_leave_out_what_it_found(heard):
    story = wrote("I am not safe here")
    story.when(TakeFirstLook(message=story.message, heard=heard, money=False, asks=True), by=AGENT).then(wrong("heard"))


@pytest.mark.parametrize(("heard", "rule"), [
    ("suicide", "start_six_point_plan"), ("danger", "safeguarding_concern_referred"), ("health", "act_on_reported_health"),
    ("disagrees", "register_dispute"), ("dissatisfied", "register_complaint"), ("fraud", "route_fraud_allegation"),
])  # fmt: skip
def test_what_a_message_says_starts_what_it_would_start_on_a_call(heard, rule):
    looked(wrote("What I have to say"), heard).owes(rule)


def test_a_message_found_to_speak_of_money_is_answered_before_others_by_whoever_holds_it():
    looked(wrote("I have nothing left until Friday"), money=True).owes("answer_first", by=2, owner="uc.case")
    looked(wrote("Where is my payment?", "money"), money=True).owes_nothing("answer_first").owes("answer_journal_message", by=2)
    looked(wrote("Thank you"), asks=False).owes_nothing("answer_first")


@pytest.mark.parametrize(("at", "owner"), [
    (datetime(2026, 3, 2, 17, 59, tzinfo=LONDON), "uc.case"), (datetime(2026, 3, 2, 18, 0, tzinfo=LONDON), "operations"),
    (datetime(2026, 3, 7, 11, 0, tzinfo=LONDON), "operations"), (datetime(2026, 12, 25, 11, 0, tzinfo=LONDON), "operations"),
])  # fmt: skip
def test_somebody_reads_it_on_any_day_at_any_hour(at, owner):
    wrote("I do not know what to do any more", on=at).owes("first_look_at_everything_inbound", owner=owner)


def test_a_message_in_welsh_is_owed_in_the_same_time():
    wrote("Nid wyf yn deall y llythyr", "letter", LanguageChosen(language="cy")).owes("answer_journal_message", by=5)


def test_it_stays_with_its_team_until_the_other_team_accepts():
    story = looked(wrote("When does it begin?"))
    duty = story.record.duties.of("answer_journal_message")[0].id
    story.when(OfferDuty(duty=duty, to="pip.case"), by=AGENT).owes("answer_journal_message", owner="uc.case")
    story.when(AcceptDuty(duty=duty), by=staff("case_manager", line="PIP")).owes("answer_journal_message", owner="pip.case")


@pytest.mark.parametrize("text", ["Please look again", "Is that right?"])
def test_what_asks_for_something_is_never_closed_without_an_answer(text):
    story = looked(wrote(text), asks="?" not in text)
    story.when(CloseWithoutReply(message=story.message, why="Noted"), by=AGENT).then(needs(AnswerMessage, "no_reply_needed_justified"))


def test_what_asks_for_nothing_is_closed_with_a_reason_and_some_are_read_again():
    story = looked(wrote("Thank you"), asks=False)
    story.when(CloseWithoutReply(message=story.message), by=AGENT).then(refused("no_reply_needed_justified"))
    story.when(CloseWithoutReply(message=story.message, why="Only thanks"), by=AGENT).then(MessageNeedsNoReply)
    story.owes_nothing("answer_journal_message")
    story.when(SampleClosure(message=story.message, right=True), by=AGENT).then(not_for_them())
    story.when(SampleClosure(message=story.message, right=True), by=TEAM_LEADER).then(ClosureSampled)


def sent(*facts):
    story = given(UC, SIGNED_IN, *facts).when(SendMessage(subject="Your loan", text="What can you afford?", needs_action=True), by=AGENT)
    story.message = story.number_of(MessageSent) if any(isinstance(f.fact, MessageSent) for f in story.last) else 0
    return story


def test_nothing_is_taken_off_on_the_strength_of_a_message_nobody_opened():
    story = sent().when(MONEY_OFF, by=DECIDER).then(needs(FollowUpUnread, "unread_message_followed_up"))
    story.when(OpenMessage(message=story.message), by=CUSTOMER).then(MessageOpened)
    story.when(MONEY_OFF, by=DECIDER).owes_nothing("unread_message_followed_up")


def test_an_unread_message_stops_nothing_the_customer_asks_for():
    story = sent(AdjustmentAgreed(adjustment="reminder"))
    story.when(EndAdjustment(adjustment="reminder"), by=CUSTOMER).owes("unread_message_followed_up", by=7)


def test_nobody_is_reached_about_it_before_it_was_left_for_five_days():
    story = sent().owes("unread_message_followed_up", by=7, owner="uc.case")
    [owed] = story.record.duties.of("unread_message_followed_up")
    assert (owed.begins, owed.has_begun(date(2026, 3, 6)), owed.has_begun(date(2026, 3, 9))) == (date(2026, 3, 9), False, True)
    story.later(6).when(FollowUpUnread(message=story.message, route="journal", can_use=True), by=AGENT).then(wrong("route"))
    story.when(FollowUpUnread(message=story.message, route="phone", can_use=False), by=AGENT).then(UnreadFollowedUp)
    assert story.record.needs.digital_access == "none"
    story.owes_nothing("unread_message_followed_up")


def test_nothing_is_asked_for_in_an_account_they_cannot_use():
    sent(NeedRecorded(need="reading")).then(refused("usable_route_for_each_customer"))
    given(UC).when(SendMessage(subject="Your award", text="It goes on as before."), by=AGENT).then(MessageSent)


def test_somebody_with_no_way_left_is_owed_one():
    story = given(UC, SIGNED_IN).when(RecordDigitalAccess(access="none"), by=CUSTOMER).owes("agree_usable_route", by=5, owner="uc.case")
    story.when(ChangePhone(route="mobile", number="07700 900123"), by=AGENT).owes_nothing("agree_usable_route")
    given(UC, SIGNED_IN, RouteRecorded(route="mobile", value="07700900123")).when(
        RecordDigitalAccess(access="none"), by=CUSTOMER
    ).owes_nothing()


def test_what_is_said_before_a_message_is_sent_is_what_the_figures_say():
    figures, today = catalogue().figures, date(2026, 3, 2)
    hours, days = (
        figures.get("first_look_at_everything_inbound", "first_look_hours", today),
        figures.get("answer_journal_message", "due_wd", today),
    )
    assert f"within {hours} hours" in WHEN_READ.en
    assert f"up to {days} working days" in WHEN_READ.en
    assert f"{hours} awr" in WHEN_READ.cy
    assert f"{days} diwrnod gwaith" in WHEN_READ.cy
    ways = " ".join(one.how.en for one in HELP)
    assert all(number in ways for number in ("999", "18000", "999 BSL", "116 123", "85258", "18001 111"))


def test_a_message_is_the_customers_own_to_open():
    story = sent()
    story.when(OpenMessage(message=story.message), by=AGENT).then(not_for_them())
    story.when(OpenMessage(message=99), by=CUSTOMER).then(wrong("message"))
