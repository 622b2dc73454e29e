"""Whether somebody is needed, who may be put in whose place, and what is owed until it is settled."""

from __future__ import annotations

from datetime import date

from customerview.instructions.personal_details.change_email import ChangeEmail
from customerview.instructions.representatives.complete_authority import CompleteAuthority
from customerview.instructions.representatives.end_authority import EndAuthority
from customerview.instructions.representatives.facts import AuthorityEnded, AuthorityRecorded
from customerview.instructions.representatives.receive_power import DeclinePowerToAct, ReceivePowerToAct
from customerview.instructions.representatives.review_appointee import ReviewAppointee
from customerview.instructions.representatives.settle_authority_dispute import SettleAuthorityDispute
from customerview.instructions.representatives.settle_third_party import (
    RecordThirdParty,
    RecordWhoAttended,
    SettleThirdPartyStanding,
)
from customerview.instructions.representatives.standing_facts import PowerToActReceived
from customerview.learning import given
from customerview.learning.expected import needs, not_for_them, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, DECISION_MAKER, TEAM_LEADER, representative, system
from customerview.learning.stories.appointees_and_representatives.what_is_given import (
    acts,
    award,
    decided,
    disputed,
    recorded,
    sign,
)

GWEN = representative("gwen")
EMAIL = ChangeEmail(email="rhian@example.com")


def review(outcome: str, *, suitable: bool = True, needed: bool = True, **more: object) -> ReviewAppointee:
    return ReviewAppointee(authority="A-1", outcome=outcome, suitable=suitable, needed=needed, said="Paid to her own account", **more)  # type: ignore[arg-type]


def test_whoever_is_suspected_acts_no_more_until_it_is_settled_and_is_told_nothing_of_it():
    story = (
        given(award("PIP"), acts())
        .when(EMAIL, by=GWEN)
        .then()
        .when(disputed(suspected=True), by=AGENT)
        .when(EMAIL, by=GWEN)
        .then(not_for_them())
    )
    assert story.record.authority.speak_to(story.today) == []
    assert story.record.seen_by(frozenset(), representative=True).authority.held["A-1"].disputed == []
    story.when(EndAuthority(authority="A-1", ended=story.today, why="revoked"), by=CASE_MANAGER).then(needs("settle_authority_dispute"))
    story.when(SettleAuthorityDispute(authority="A-1", outcome="stands", rests_on=("customer",), why="she said so"), by=TEAM_LEADER).then(
        wrong("rests_on")
    )
    story.when(SettleAuthorityDispute(authority="A-1", outcome="stands", rests_on=("visit",), why="accounts seen"), by=TEAM_LEADER).then()
    story.owes_nothing("arrange_interim_payee").owes_nothing("decide_authority_dispute").when(EMAIL, by=GWEN).then()


def test_a_death_ends_what_is_disputed_and_somebody_has_to_be_found():
    story = given(award("PIP"), acts()).when(disputed(), by=AGENT)
    story.when(EndAuthority(authority="A-1", ended=story.today, why="died"), by=CASE_MANAGER).then(AuthorityEnded).owes(
        "find_successor", by=5
    )
    story.when(recorded(), by=CASE_MANAGER).then(AuthorityRecorded).owes_nothing("find_successor")


def test_a_review_asks_whether_they_are_suitable_and_somebody_is_needed_and_does_not_contradict_itself():
    story = given(award("PIP"), acts()).at(date(2026, 12, 1))
    story.when(review("goes_on", suitable=False), by=CASE_MANAGER).then(wrong("outcome"))
    story.when(review("goes_on", needed=False), by=CASE_MANAGER).then(wrong("outcome"))
    story.when(review("not_needed"), by=CASE_MANAGER).then(wrong("needed"))
    story.when(review("successor", suitable=False), by=CASE_MANAGER).then(wrong("successor"))
    story.when(review("successor", suitable=False, successor="Neil Lamb"), by=CASE_MANAGER).then()
    story.when(recorded(), by=CASE_MANAGER).then(AuthorityRecorded)  # who takes over may be recorded before the first is ended


def test_the_periodic_review_comes_up_twenty_working_days_before_and_not_earlier():
    story = given(award("ESA"), acts())
    (owed,) = story.record.duties.of("review_appointee_in_time")
    calendar = story._calendar(story.record.stream)
    assert owed.begins == calendar.add(owed.due, -20)
    assert not owed.has_begun(story.today)
    story.when(EndAuthority(authority="A-1", ended=story.today, why="not_needed"), by=CASE_MANAGER).then().owes_nothing("review_appointee")


def test_what_a_line_leaves_out_is_asked_for_until_it_is_known():
    story = given(award("PIP")).when(recorded(paid_to="", no_end=False), by=system("PIP")).then(AuthorityRecorded)
    story.owes("complete_authority", by=2, owner="pip.appointees").when(
        CompleteAuthority(authority="A-2", paid_to="to his account"), by=CASE_MANAGER
    )
    story.owes("complete_authority").when(CompleteAuthority(authority="A-2", no_end=True), by=CASE_MANAGER).then().owes_nothing(
        "complete_authority"
    )
    assert story.record.authority.held["A-2"].paid_to == "to his account"


def test_one_decision_for_the_person_and_a_visit_first_is_decided_after_it():
    story = given(award("PIP"), award("UC")).when(sign("process"), by=AGENT).when(sign("silence"), by=CASE_MANAGER)
    assert len(story.record.duties.of("consider_appointee")) == 1
    story.when(decided("visit_first"), by=DECISION_MAKER).when(decided("not_needed"), by=DECISION_MAKER).then().owes_nothing()
    assert story.record.appointee_need.signs == []


def test_a_power_is_registered_or_said_not_to_stand():
    story = given(award("PIP")).when(ReceivePowerToAct(type="deputy", how="mentioned"), by=AGENT).then(PowerToActReceived)
    story.when(recorded(type="attorney"), by=CASE_MANAGER).then().owes("register_power_of_attorney")
    story.when(DeclinePowerToAct(received=story.number_of(PowerToActReceived), why="The court knows of none"), by=CASE_MANAGER)
    story.then().owes_nothing("register_power_of_attorney")


def test_whether_we_may_talk_to_a_stranger_rests_on_a_consent_that_is_recorded():
    story = given(award("PIP")).when(RecordThirdParty(said="He asks why she was not paid"), by=AGENT)
    agreed = SettleThirdPartyStanding(outcome="consent", needs_somebody=False, said="Rung on Tuesday")
    story.when(agreed, by=AGENT).then(wrong("outcome")).owes("settle_third_party")
    story.and_given(acts("C-9", type="consent", name="Neil Lamb")).when(agreed, by=AGENT).then().owes_nothing("settle_third_party")
    story.when(RecordWhoAttended(role="acts"), by=system("ASSESSMENT")).then(wrong("role"))
    assert story.record.seen_by(frozenset(), representative=True).third_parties.spoke == []
