"""A plan begins with nothing asked, keeps what is written, ends only when every step is recorded, and is followed up by a day."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import QUESTIONS, ContactStarted, RecognitionAnswered
from customerview.instructions.contacts.start_contact import StartContact
from customerview.instructions.six_point_plan.end_plan import EndPlan
from customerview.instructions.six_point_plan.facts import (
    PlanEnded,
    PlanFollowedUp,
    PlanJoined,
    PlanStarted,
    PlanStepNoted,
    PlanStepTaken,
)
from customerview.instructions.six_point_plan.join_plan import JoinPlan
from customerview.instructions.six_point_plan.note_plan_step import NotePlanStep
from customerview.instructions.six_point_plan.record_plan_follow_up import RecordPlanFollowUp
from customerview.instructions.six_point_plan.record_plan_step import RecordPlanStep
from customerview.instructions.six_point_plan.start_plan import StartPlan
from customerview.instructions.six_point_plan.steps import STEPS
from customerview.learning import given
from customerview.learning.expected import needs, not_for_them, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, CUSTOMER

LATER = date(2099, 1, 5)


@pytest.fixture
def call():
    story = given().when(StartContact(channel="call_in", party="customer", checked="questions"), by=AGENT).then(ContactStarted)
    story.contact = story.number_of(ContactStarted)
    story.when(StartPlan(contact=story.contact), by=AGENT).then(PlanStarted, RecognitionAnswered)
    story.plan = story.number_of(PlanStarted)
    return story


def end(story):
    return EndPlan(plan=story.plan, ending="with_somebody", who="Lee Hughes", follow_up_by=LATER)


def every_step(story):
    for step in STEPS:
        story.when(RecordPlanStep(plan=story.plan, step=step, went="done"), by=AGENT).then(PlanStepTaken)


def duties(story):
    return {o.duty for o in story.record.duties.open.values()}


def test_it_ends_when_every_step_is_recorded_and_the_duty_that_was_open_is_met(call):
    assert "start_six_point_plan" in duties(call)
    call.when(end(call), by=AGENT).then(needs(RecordPlanStep, rule="six_point_plan_fully_recorded"))
    every_step(call)
    call.when(end(call), by=AGENT)
    assert duties(call) & {"start_six_point_plan", "follow_up_six_point_plan"} == {"follow_up_six_point_plan"}
    assert next(o for o in call.record.duties.open.values() if o.duty == "follow_up_six_point_plan").due == LATER
    call.when(RecordPlanFollowUp(plan=call.plan, what="She is with her sister"), by=CASE_MANAGER).then(PlanFollowedUp)
    assert "follow_up_six_point_plan" not in duties(call)


def test_without_a_contact_the_plan_itself_is_owed_until_it_ends():
    story = given().when(StartPlan(), by=AGENT).then(PlanStarted)
    story.plan = story.number_of(PlanStarted)
    assert "finish_six_point_plan" in duties(story)
    every_step(story)
    story.when(end(story), by=AGENT).then(PlanEnded)
    assert "finish_six_point_plan" not in duties(story)


def test_its_contact_does_not_end_before_it(call):
    call.when(AnswerRecognitionQuestions(contact=call.contact, **dict.fromkeys(QUESTIONS, False)), by=AGENT)
    call.when(EndContact(contact=call.contact, summary="We spoke."), by=AGENT).then(
        needs(EndPlan, rule="six_point_plan_ends_before_its_contact")
    )


def test_a_second_plan_is_not_begun_a_colleague_joins_the_one_that_is_open(call):
    call.when(StartPlan(), by=CASE_MANAGER).then(wrong(""))
    call.when(JoinPlan(plan=call.plan), by=CASE_MANAGER).then(PlanJoined)
    assert call.record.plans.open[call.plan].takes_part(CASE_MANAGER.code)


def test_what_is_written_is_kept_and_read_by_the_role_only(call):
    call.when(NotePlanStep(plan=call.plan, step="find_out", said="on the bridge"), by=AGENT).then(PlanStepNoted)
    whole = call.record.plans
    assert whole.open[call.plan].steps["find_out"].said == "on the bridge"
    assert whole.seen_by(frozenset({"safeguarding"}), False).open[call.plan].steps["find_out"].said == "on the bridge"
    assert whole.seen_by(frozenset(), False).open[call.plan].steps["find_out"].said == ""
    assert whole.seen_by(frozenset({"safeguarding"}), True).open == {}
    assert whole.open[call.plan].left() == list(STEPS)


def test_a_customer_cannot_begin_one(call):
    call.when(NotePlanStep(plan=call.plan, step="find_out", said="x"), by=CUSTOMER).then(not_for_them())
