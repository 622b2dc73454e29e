"""A contact from its start to its end: what was heard is acted on, nothing asked is left out, a try counts only on a usable route."""

from __future__ import annotations

import pytest

from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.contacts.act_on_recognition import ActOnRecognition
from customerview.instructions.contacts.answer_recognition_question import AnswerRecognitionQuestion
from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import (
    QUESTIONS,
    ContactAttempted,
    ContactEnded,
    ContactNoted,
    ContactStarted,
    RecognitionAnswered,
)
from customerview.instructions.contacts.note_contact import NoteContact
from customerview.instructions.contacts.pick_up_contact import PickUpContact
from customerview.instructions.contacts.record_contact_attempt import RecordContactAttempt
from customerview.instructions.contacts.start_contact import StartContact
from customerview.instructions.personal_details.facts import AddressChanged, RouteFailed, RouteRecorded
from customerview.instructions.support_needs.facts import NeedRecorded
from customerview.learning import given
from customerview.learning.expected import needs, not_for_them, wrong
from customerview.learning.people import AGENT, BEREAVEMENT_OFFICER, CASE_MANAGER, CUSTOMER

START = StartContact(channel="call_in", party="customer", checked="questions")
MOBILE = RouteRecorded(route="mobile", value="07700 900 982")


@pytest.fixture
def call():
    story = given(MOBILE).when(START, by=AGENT).then(ContactStarted)
    story.contact = story.number_of(ContactStarted)
    return story


def answers(call, **yes):
    return AnswerRecognitionQuestions(contact=call.contact, **{q: yes.get(q, False) for q in QUESTIONS})


def note(call):
    return NoteContact(contact=call.contact, reported="She rang about PIP", agreed="A letter goes out", follows="Nothing more")


def test_a_call_starts_is_noted_and_ends_with_a_summary_the_customer_can_read(call):
    call.when(note(call), by=AGENT).then(ContactNoted).when(answers(call), by=AGENT)
    call.when(EndContact(contact=call.contact, summary="You rang about your PIP."), by=AGENT).then(
        ContactEnded(contact=call.contact, summary="You rang about your PIP.")
    )
    assert call.record.contacts.open == {}
    assert call.record.contacts.count == 1


def test_it_does_not_end_before_every_question_was_answered(call):
    call.when(note(call), by=AGENT).when(EndContact(contact=call.contact, summary="You rang."), by=AGENT)
    call.then(needs(AnswerRecognitionQuestions, rule="recognition_questions_answered"))
    call.when(AnswerRecognitionQuestion(contact=call.contact, question="death", answer=False), by=AGENT)
    call.when(EndContact(contact=call.contact, summary="You rang."), by=AGENT)
    left = call.outcomes[0].missing
    call.then(needs(AnswerRecognitionQuestions))
    assert len(left) == 11 and QUESTIONS["death"].en not in left


@pytest.mark.parametrize(("question", "duty"), [
    ("suicide", "start_six_point_plan"), ("danger", "safeguarding_concern_referred"), ("health", "act_on_reported_health"),
    ("death", "record_reported_death"), ("disagrees", "register_dispute"), ("dissatisfied", "register_complaint"),
    ("change", "record_reported_change"), ("somebody_else", "third_party_standing_settled"),
    ("evidence", "evidence_reaches_decision_maker"), ("request", "record_what_was_asked"), ("help", "offer_support_on_disclosure"),
    ("fraud", "route_fraud_allegation"),
])  # fmt: skip
def test_each_yes_starts_what_it_starts_the_moment_it_is_heard(call, question, duty):
    call.when(AnswerRecognitionQuestion(contact=call.contact, question=question, answer=True), by=AGENT).owes(duty)
    call.when(ActOnRecognition(contact=call.contact, question=question, what="Spoke to the right team"), by=AGENT).owes_nothing(duty)


def test_what_was_heard_is_not_taken_back_by_a_later_no(call):
    call.when(AnswerRecognitionQuestion(contact=call.contact, question="suicide", answer=True), by=AGENT)
    call.when(answers(call), by=CASE_MANAGER).owes("start_six_point_plan", by=0)
    assert call.record.contacts.open[call.contact].answers["suicide"] is True
    call.when(AnswerRecognitionQuestion(contact=call.contact, question="suicide", answer=False), by=AGENT).then(wrong("answer"))


def test_a_death_that_was_heard_is_met_by_its_report(call):
    call.when(AnswerRecognitionQuestion(contact=call.contact, question="death", answer=True), by=AGENT).owes("record_reported_death", by=0)
    call.and_given(DeathReported(source="caller"), by=BEREAVEMENT_OFFICER).owes_nothing("record_reported_death")


def test_whoever_hears_it_records_it_and_no_customer_reads_it(call):
    call.when(AnswerRecognitionQuestion(contact=call.contact, question="danger", answer=True, detail="afraid of her son"), by=AGENT)
    call.then(RecognitionAnswered)
    assert "customer" not in RecognitionAnswered.kind.said
    assert RecognitionAnswered.kind.from_representatives
    assert call.record.seen_by(frozenset(), representative=True).contacts.open == {}
    call.when(START, by=CUSTOMER).then(not_for_them())


def test_another_colleague_goes_on_with_it(call):
    call.when(PickUpContact(contact=call.contact), by=CASE_MANAGER)
    assert call.record.contacts.of(CASE_MANAGER.code).number == call.contact
    call.when(PickUpContact(contact=99), by=CASE_MANAGER).then(wrong("contact"))


def test_a_try_counts_only_by_a_way_they_can_use():
    story = given(
        MOBILE, AddressChanged(role="home", lines=("1 Mill Lane",), postcode="QA1 1AA"), RouteFailed(route="post", how="returned")
    )
    for route in ("mobile", "post", "email"):
        story.when(RecordContactAttempt(route=route, outcome="no_answer"), by=AGENT).then(ContactAttempted)
    assert [(a.route, a.usable) for a in story.record.contacts.attempts] == [("mobile", True), ("post", False), ("email", False)]
    story.and_given(NeedRecorded(need="hearing")).when(RecordContactAttempt(route="mobile", outcome="no_answer"), by=AGENT)
    assert story.record.contacts.attempts[-1].usable is False
