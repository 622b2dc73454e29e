"""Calls, requests, chases, next steps and escalations: each has one owner and a day, and only the deed or an answer ends it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.contacts.answer_recognition_question import AnswerRecognitionQuestion
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import ContactAttempted, ContactStarted
from customerview.instructions.contacts.start_contact import StartContact
from customerview.instructions.journal_and_callbacks.accept_escalation import AcceptEscalation
from customerview.instructions.journal_and_callbacks.answer_chase import AnswerChase
from customerview.instructions.journal_and_callbacks.answer_escalation import AnswerEscalation
from customerview.instructions.journal_and_callbacks.answer_request import AnswerRequest
from customerview.instructions.journal_and_callbacks.chase_progress import ChaseProgress
from customerview.instructions.journal_and_callbacks.do_follow_up import DoFollowUp
from customerview.instructions.journal_and_callbacks.escalate_case import EscalateCase
from customerview.instructions.journal_and_callbacks.facts import (
    CallBackMade,
    CallBackPromised,
    CaseEscalated,
    EscalationAnswered,
    FollowUpDone,
    FollowUpSet,
    RequestAnswered,
    RequestDone,
    RequestRecorded,
)
from customerview.instructions.journal_and_callbacks.note_next_step import NoteNextStep
from customerview.instructions.journal_and_callbacks.promise_call_back import PromiseCallBack
from customerview.instructions.journal_and_callbacks.record_call_back import RecordCallBack
from customerview.instructions.journal_and_callbacks.record_call_back_attempt import RecordCallBackAttempt
from customerview.instructions.journal_and_callbacks.record_request import RecordRequest
from customerview.instructions.journal_and_callbacks.remove_follow_up import RemoveFollowUp
from customerview.instructions.journal_and_callbacks.send_message_to_us import SendMessageToUs
from customerview.instructions.journal_and_callbacks.set_follow_up import SetFollowUp
from customerview.instructions.personal_details.facts import RouteRecorded
from customerview.kernel import LONDON
from customerview.learning import given
from customerview.learning.expected import needs, refused, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, CUSTOMER, SUPPORT_LEAD

UC = AwardReported(award="UC-1", benefit="UC", line="UC", amount=42_490, frequency="month", starts=date(2024, 1, 3))
MOBILE = RouteRecorded(route="mobile", value="07700 900123")
START = StartContact(channel="call_in", party="customer", checked="questions")
AT_TWO = datetime(2026, 3, 3, 14, 0, tzinfo=LONDON)


def promised(at=None):
    story = given(UC, MOBILE).when(PromiseCallBack(reason="The rent", at=at), by=AGENT).then(CallBackPromised)
    story.call = story.number_of(CallBackPromised)
    return story


def test_a_promised_call_is_owed_at_its_moment_and_late_a_minute_after_it():
    story = promised(AT_TWO).owes("return_call_as_promised", by=AT_TWO, owner="uc.case")
    story.at(AT_TWO + timedelta(minutes=1)).late("return_call_as_promised")
    story.when(RecordCallBack(callback=story.call, said="How the rent is paid"), by=AGENT).then(CallBackMade).owes_nothing()


def test_a_call_with_no_time_agreed_is_owed_the_next_working_day():
    promised().owes("return_call_as_promised", by=1)
    given(UC).when(PromiseCallBack(reason="The rent", at=datetime(2026, 3, 1, 9, tzinfo=LONDON)), by=CUSTOMER).then(wrong("at"))


@pytest.mark.parametrize(("left", "settled"), [((True, False), True), ((False, False), False), ((True,), False)])
def test_two_tries_and_a_message_settle_it_and_nothing_less(left, settled):
    story = promised()
    for message_left in left:
        story.when(RecordCallBackAttempt(callback=story.call, route="mobile", message_left=message_left), by=AGENT).then(ContactAttempted)
    assert bool(story.record.duties.of("return_call_as_promised")) is not settled


def test_a_request_ends_by_the_deed_or_by_an_answer_with_reasons():
    for done, kind in ((True, RequestDone), (False, RequestAnswered)):
        story = (
            given(UC)
            .when(RecordRequest(request="copy", what="My letter of May"), by=CUSTOMER)
            .owes("customer_request_actioned", by=5, owner="uc.case")
        )
        story.when(AnswerRequest(asked=story.number_of(RequestRecorded), done=done, said="It is in the post"), by=AGENT).then(
            kind
        ).owes_nothing()


def test_a_request_for_an_earlier_date_names_the_date():
    given(UC).when(RecordRequest(request="backdating", what="From January"), by=CUSTOMER).then(wrong("earlier_date"))


def test_a_chase_is_one_matter_however_often_it_is_asked_and_one_answer_ends_it():
    chase = ChaseProgress(matter="claim", award="UC-1")
    story = (
        given(UC)
        .when(chase, by=CUSTOMER)
        .owes("progress_chase_answered", by=2, owner="uc.decisions")
        .owes_nothing("manager_sees_second_chase")
    )
    story.later(1).when(chase, by=CUSTOMER).owes("manager_sees_second_chase", by=0, owner="operations")
    assert len(story.record.duties.of("progress_chase_answered")) == 2
    story.when(AnswerChase(matter="claim:UC", told="It is decided on Friday"), by=AGENT).owes_nothing()
    story.when(AnswerChase(matter="claim:UC", told="Again"), by=AGENT).then(wrong("matter"))


def test_a_call_does_not_end_with_what_was_asked_left_out():
    story = given(UC).when(START, by=AGENT)
    call = story.number_of(ContactStarted)
    story.when(AnswerRecognitionQuestion(contact=call, question="request", answer=True), by=AGENT)
    end = EndContact(contact=call, summary="She asked after her claim.")
    story.when(end, by=AGENT).then(needs(ChaseProgress, "progress_chase_answered"))
    story.when(ChaseProgress(matter="claim", award="UC-1"), by=AGENT).owes_nothing("record_what_was_asked").when(end, by=AGENT)
    assert all(o.rule != "progress_chase_answered" for o in story.outcomes)
    story.stopped = None


def test_a_follow_up_is_owed_on_its_day_and_is_done_or_removed_with_a_reason():
    story = (
        given(UC)
        .when(SetFollowUp(what="Ask about the tenancy", due=date(2026, 3, 16)), by=AGENT)
        .owes("follow_up_set_and_done", by=date(2026, 3, 16))
    )
    step = story.number_of(FollowUpSet)
    story.when(RemoveFollowUp(follow_up=step, why=" "), by=AGENT).then(refused("follow_up_set_and_done")).owes("follow_up_set_and_done")
    story.when(DoFollowUp(follow_up=step, done="Asked"), by=AGENT).then(FollowUpDone).owes_nothing()
    given(UC).when(SetFollowUp(what="Too late", due=date(2026, 3, 1)), by=AGENT).then(wrong("due"))


def test_a_step_without_a_day_is_owed_within_ten():
    given(UC).when(NoteNextStep(next_step="decide", award="UC-1"), by=AGENT).owes("next_step_taken", by=10, owner="uc.case")


@pytest.mark.parametrize(("reason", "to"), [
    ("harm", "support"), ("complex", "support"), ("money", "uc.payments"), ("decision", "uc.decisions"), ("late", "operations"),
])  # fmt: skip
def test_the_reason_picks_who_receives_an_escalation(reason, to):
    given(UC).when(EscalateCase(reason=reason, what="What they need to know"), by=AGENT).owes("escalation_single_route", by=1, owner=to)


def test_an_escalated_case_and_its_messages_are_the_receivers_once_accepted_and_not_before():
    story = given(UC).when(EscalateCase(reason="harm", what="She has not eaten"), by=AGENT)
    case = story.number_of(CaseEscalated)
    story.when(AcceptEscalation(escalation=case), by=CASE_MANAGER).then(wrong("escalation"))
    story.when(AnswerEscalation(escalation=case, outcome="Done"), by=AGENT).then(wrong("escalation"))
    story.owes("escalated_case_dealt_with", owner="uc.case")
    story.when(AcceptEscalation(escalation=case), by=SUPPORT_LEAD).owes("escalated_case_dealt_with", by=5, owner="support")
    story.when(SendMessageToUs(topic="other", text="What now?"), by=CUSTOMER).owes("answer_journal_message", owner="support")
    story.when(AnswerEscalation(escalation=case, outcome="Food parcel and a visit"), by=SUPPORT_LEAD).then(EscalationAnswered)
    story.owes_nothing("escalation_single_route").when(SendMessageToUs(topic="other", text="Thanks"), by=CUSTOMER)
    assert story.record.messages.open[max(story.record.messages.open)].team == "uc.case"
