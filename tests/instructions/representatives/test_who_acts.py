"""Who acts for a customer, for how long and for what; and a worry that nobody who acts can see."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.journal_and_callbacks.facts import MessageReceived
from customerview.instructions.journal_and_callbacks.send_message_to_us import SendMessageToUs
from customerview.instructions.personal_details.change_email import ChangeEmail
from customerview.instructions.personal_details.facts import RouteRecorded
from customerview.instructions.representatives.answer_private_worry import AnswerPrivateWorry
from customerview.instructions.representatives.dispute_authority import DisputeAuthority
from customerview.instructions.representatives.end_authority import EndAuthority
from customerview.instructions.representatives.facts import (
    AuthorityDisputed,
    AuthorityEnded,
    AuthorityRecorded,
    PrivateWorry,
    PrivateWorryAnswered,
    ToldInPrivate,
)
from customerview.instructions.representatives.record_authority import RecordAuthority
from customerview.instructions.representatives.record_consent import RecordConsent
from customerview.instructions.representatives.settle_authority_dispute import SettleAuthorityDispute
from customerview.instructions.representatives.tell_us_in_private import TellUsInPrivate
from customerview.instructions.representatives.withdraw_consent import WithdrawConsent
from customerview.learning import given
from customerview.learning.expected import not_for_them, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, CUSTOMER, SUPPORT_LEAD, TEAM_LEADER, representative

GWEN = representative("gwen")
APPOINTED = AuthorityRecorded(
    authority="A-1", type="appointee", holder="gwen", starts=date(2026, 3, 9), ends=date(2026, 6, 30), name="Gwen Morgan"
)
EMAIL = ChangeEmail(email="rhian@example.com")


def test_an_appointee_acts_from_the_first_day_to_the_last_by_the_clock_and_not_by_what_was_last_recorded():
    story = given(APPOINTED).when(EMAIL, by=GWEN).then(not_for_them())
    story.at(date(2026, 3, 9)).when(EMAIL, by=GWEN).then(RouteRecorded)
    story.at(date(2026, 6, 30)).when(EMAIL, by=GWEN).then(RouteRecorded)
    story.at(date(2026, 7, 1)).when(EMAIL, by=GWEN).then(not_for_them())


def test_consent_lets_us_talk_and_not_more():
    story = given().when(
        RecordConsent(name="Advice Wales, Mold", purpose="her PIP", topics=("progress",), ends=date(2026, 9, 1), holder="advice"), by=CUSTOMER
    ).then(AuthorityRecorded)  # fmt: skip
    story.when(EMAIL, by=representative("advice")).then(not_for_them())
    (consent,) = story.record.authority.held
    story.when(WithdrawConsent(authority=consent), by=CUSTOMER).then(AuthorityEnded)
    assert story.record.authority.held == {}


def test_who_acts_may_cover_some_benefits_only():
    held = given(APPOINTED).and_given(
        AuthorityRecorded(authority="A-2", type="attorney", holder="ann", starts=date(2026, 1, 1), lines=("PIP",))
    ).record.authority  # fmt: skip
    assert held.why_not("ann", date(2026, 3, 2), "PIP") is None
    assert held.why_not("ann", date(2026, 3, 2), "ESA").en == "What you were given does not cover this benefit."
    assert [a.authority for a in held.speak_to(date(2026, 3, 9))] == ["A-1"]


def test_who_acts_for_one_benefit_asks_about_that_one_only():
    awards = [
        AwardReported(award=f"{b}-1", benefit=b, line=b, amount=100, frequency="week", starts=date(2024, 1, 1)) for b in ("PIP", "ESA")
    ]
    ann = AuthorityRecorded(authority="A-2", type="attorney", holder="ann", starts=date(2026, 1, 1), lines=("PIP",))
    story, by = given(*awards, ann), representative("ann")
    story.when(SendMessageToUs(topic="money", text="When is it paid?", award="PIP-1"), by=by).then(MessageReceived)
    story.when(SendMessageToUs(topic="money", text="When is it paid?", award="ESA-1"), by=by).then(not_for_them())


def test_an_authority_is_recorded_once_and_ends():
    new = RecordAuthority(authority="A-1", type="appointee", holder="gwen", name="Gwen Morgan", starts=date(2026, 3, 2), document="BF57",
                          all_lines=True, no_end=True, paid_to="to their account", address_line="7 Heol y Capel", postcode="VL1 2AB")  # fmt: skip
    story = given().when(new, by=CASE_MANAGER).then(AuthorityRecorded)
    story.when(new, by=CASE_MANAGER).then(wrong("authority"))
    story.when(EndAuthority(authority="A-1", ended=date(2026, 3, 2), why="died"), by=CASE_MANAGER).then(AuthorityEnded)
    given().when(new, by=AGENT).then(not_for_them())


def test_a_dispute_is_not_shown_to_whom_it_is_about():
    story = (
        given(APPOINTED).when(DisputeAuthority(authority="A-1", source="family", what="she spends it"), by=AGENT).then(AuthorityDisputed)
    )
    assert story.record.authority.held["A-1"].disputed
    assert story.record.seen_by(frozenset(), representative=True).authority.held["A-1"].disputed == []
    story.when(SettleAuthorityDispute(authority="A-1", outcome="stands", rests_on=("evidence",), why="accounts seen"), by=TEAM_LEADER)
    assert story.then().record.authority.held["A-1"].disputed == []


def test_a_private_worry_is_for_the_support_lead_the_next_working_day_and_never_for_who_acts():
    told = TellUsInPrivate(worry="She keeps my money", safe_way="Mornings")
    story = given(APPOINTED).at(date(2026, 3, 13)).when(told, by=CUSTOMER).then(ToldInPrivate, PrivateWorry)
    story.owes("speak_to_customer_alone", by=date(2026, 3, 16), owner="support")
    assert story.record.seen_by(frozenset(), representative=True).authority.worries == {}
    (seen,) = story.record.seen_by(frozenset()).authority.worries.values()
    assert seen.worry == ""
    story.when(told, by=GWEN).then(not_for_them())
    answer = AnswerPrivateWorry(told=story.number_of(ToldInPrivate), done="Visit on Thursday")
    story.when(answer, by=AGENT).then(not_for_them())
    story.when(answer, by=SUPPORT_LEAD).then(PrivateWorryAnswered).owes_nothing("speak_to_customer_alone")


@pytest.mark.parametrize("kind", [AuthorityDisputed, ToldInPrivate, PrivateWorry, PrivateWorryAnswered])
def test_what_was_said_about_who_acts_is_never_told_to_who_acts(kind):
    assert kind.kind.from_representatives
