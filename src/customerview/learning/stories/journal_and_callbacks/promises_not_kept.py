"""Calls that never came, requests nobody acted on, chases that led to nothing, cases that were not moved up."""

from __future__ import annotations

from datetime import date, datetime

from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import ContactStarted
from customerview.instructions.journal_and_callbacks.chase_progress import ChaseProgress
from customerview.instructions.journal_and_callbacks.escalate_case import EscalateCase
from customerview.instructions.journal_and_callbacks.facts import CallBackPromised
from customerview.instructions.journal_and_callbacks.promise_call_back import PromiseCallBack
from customerview.instructions.journal_and_callbacks.record_call_back_attempt import RecordCallBackAttempt
from customerview.instructions.journal_and_callbacks.record_request import RecordRequest
from customerview.instructions.personal_details.facts import RouteRecorded
from customerview.kernel import LONDON
from customerview.kernel.facts import DutyOffered
from customerview.learning.expected import needs
from customerview.learning.people import AGENT, CUSTOMER, staff
from customerview.learning.points import point

from .what_is_given import award, heard, written_up

ESA_AGENT = staff("agent", line="ESA")
PC_AGENT = staff("agent", line="PC")
COMPLIANCE = staff("compliance_officer", line="COMPLIANCE", team_code="compliance")
TUESDAY_AT_TWO = datetime(2026, 3, 3, 14, 0, tzinfo=LONDON)


@point("X-3.1")
def the_call_back_never_came(given):
    """A call promised for two on Tuesday is owed at that moment; one try without an answer does not settle it."""
    story = (
        given(award(), RouteRecorded(route="mobile", value="07700 900123"))
        .when(PromiseCallBack(reason="How the rent is paid", at=TUESDAY_AT_TWO), by=AGENT)
        .owes("return_call_as_promised", by=TUESDAY_AT_TWO, owner="uc.case")
    )
    story.at(TUESDAY_AT_TWO).when(
        RecordCallBackAttempt(callback=story.number_of(CallBackPromised), route="mobile", message_left=True), by=AGENT
    ).owes("return_call_as_promised", owner="uc.case").later(1).late("return_call_as_promised")


@point("X-39.2")
def asked_to_be_rung_back(given):
    """She asks an inquiry team to ring her; offered to the case team, the call stays with the inquiry team until it is accepted."""
    story = heard(given(award()), "request", by=COMPLIANCE, detail="Please ring me when you have it.")
    story.when(PromiseCallBack(reason="The letter about her savings"), by=COMPLIANCE).owes(
        "return_call_as_promised", by=1, owner="compliance"
    )
    story.and_given(DutyOffered(duty=f"return_call_as_promised-{story.number_of(CallBackPromised)}", to="uc.case"))
    story.owes("return_call_as_promised", owner="compliance").later(2).late("return_call_as_promised")


@point("X-8.5")
def backdating_was_asked_for(given):
    """A request to be paid from an earlier date, heard on a call, is owed a reasoned answer by those who decide."""
    story = heard(given(award()), "request", by=AGENT, detail="Could it be paid from January?")
    story.when(
        RecordRequest(request="backdating", what="Pay from January", earlier_date=date(2026, 1, 5), reasons="In hospital until February", award="UC-1"),
        by=AGENT,
    ).owes("customer_request_actioned", by=5, owner="uc.decisions").later(6).late("customer_request_actioned")  # fmt: skip


@point("PC-1.3")
def the_chase_was_mishandled(given):
    """A customer asks after their reconsideration: the team that has it answers within two days, and its manager if asked again."""
    story = heard(given(award("PC")), "request", by=PC_AGENT, detail="What has become of my reconsideration?")
    story.when(ChaseProgress(matter="reconsideration", award="PC-1"), by=PC_AGENT).owes("progress_chase_answered", by=2, owner="drs").later(
        1
    )
    story.when(ChaseProgress(matter="reconsideration", award="PC-1"), by=CUSTOMER).owes("progress_chase_answered", by=0, owner="operations")


@point("X-12.3")
def the_call_led_to_nothing(given):
    """A call asking after a reconsideration is with the team that holds it, and is late if nobody answers."""
    story = heard(given(award("ESA")), "request", by=ESA_AGENT, detail="When will it be looked at?")
    story.when(ChaseProgress(matter="reconsideration", award="ESA-1"), by=ESA_AGENT).owes(
        "progress_chase_answered", by=2, owner="drs"
    ).later(3).late("progress_chase_answered")


@point("X-12.4")
def nothing_reached_the_decision_makers(given):
    """A call about an undecided claim does not end with that left out; recorded, it is with those who decide."""
    story = heard(given(award("ESA")), "request", by=ESA_AGENT, detail="Have you decided on my claim?")
    written_up(story, by=ESA_AGENT).when(
        EndContact(contact=story.number_of(ContactStarted), summary="She asked whether her claim is decided."), by=ESA_AGENT
    ).then(needs("chase_progress", "progress_chase_answered"))
    story.when(ChaseProgress(matter="claim", award="ESA-1", said="Whether it is decided"), by=ESA_AGENT).owes(
        "progress_chase_answered", by=2, owner="esa.decisions"
    )


@point("X-39.3")
def nobody_knew_where_to_send_it(given):
    """There is one way to escalate; the reason picks the team, and the case is late if they do not accept by the next day."""
    given(award()).when(EscalateCase(reason="harm", what="She says that she has not eaten since Friday."), by=COMPLIANCE).owes(
        "escalation_single_route", by=1, owner="support"
    ).later(2).late("escalation_single_route")
