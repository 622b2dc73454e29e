"""What a customer needs, what everybody takes care of, and who may know why."""

from __future__ import annotations

from customerview.instructions.support_needs.agree_adjustment import AgreeAdjustment
from customerview.instructions.support_needs.answer_offer import AnswerOffer
from customerview.instructions.support_needs.end_adjustment import EndAdjustment
from customerview.instructions.support_needs.end_need import EndNeed
from customerview.instructions.support_needs.facts import (
    AdjustmentAgreed,
    NeedEnded,
    NeedRecorded,
    NeedsScreened,
    SeriousHarmFeared,
    SeriousHarmPast,
    SupportOffered,
    TakeCareReason,
    TakeCareSaid,
)
from customerview.instructions.support_needs.offer_support import OfferSupport
from customerview.instructions.support_needs.record_need import RecordNeed
from customerview.instructions.support_needs.say_take_care import SayTakeCare
from customerview.instructions.support_needs.screen_needs import ScreenNeeds
from customerview.instructions.support_needs.tell_us_what_helps import TellUsWhatHelps
from customerview.learning import given
from customerview.learning.expected import not_for_them, wrong
from customerview.learning.people import AGENT, CUSTOMER, SUPPORT_LEAD


def test_what_a_customer_says_helps_holds_from_now_on():
    said = TellUsWhatHelps(needs=("hearing",), adjustments=("reminder",), said="Please write simply")
    story = given().when(said, by=CUSTOMER).then(NeedRecorded, AdjustmentAgreed(adjustment="reminder"))
    assert set(story.record.needs.held) == {"hearing", "other"}
    assert not story.record.needs.marked
    given().when(TellUsWhatHelps(), by=CUSTOMER).then(wrong("needs"))


def test_the_second_and_third_tier_mark_the_record():
    assert given().when(RecordNeed(need="memory"), by=AGENT).record.needs.marked
    assert not given().when(RecordNeed(need="autism"), by=AGENT).record.needs.marked


def test_fear_of_serious_harm_marks_the_record_and_says_nothing_without_the_role():
    story = given().when(RecordNeed(need="self_harm", said="I cannot go on"), by=AGENT).then(SeriousHarmFeared)
    assert story.record.needs.serious_harm
    assert story.record.seen_by(frozenset()).needs.held == {}
    assert story.record.seen_by(frozenset({"safeguarding"})).needs.held["self_harm"].said == "I cannot go on"
    story.when(EndNeed(need="self_harm", why="better"), by=AGENT).then(wrong("need"))
    story.when(EndNeed(need="self_harm", why="the crisis team confirmed"), by=SUPPORT_LEAD).then(SeriousHarmPast)
    assert not story.record.needs.marked


def test_what_to_do_is_for_everybody_and_why_for_few():
    story = given().when(SayTakeCare(instruction="give_no_address", why="her former husband"), by=AGENT).then(TakeCareSaid, TakeCareReason)
    (care,) = story.record.needs.take_care.values()
    assert care.why == "her former husband"
    (shown,) = story.record.seen_by(frozenset()).needs.take_care.values()
    assert (shown.words.en, shown.why) == ("Give no one the address.", "")
    assert story.record.seen_by(frozenset(), representative=True).needs.take_care == {}


def test_words_of_ones_own_say_what_to_do():
    story = given().when(SayTakeCare(instruction="other", what="Ring twice, then hang up and ring again."), by=AGENT)
    assert [c.words.en for c in story.record.needs.take_care.values()] == ["Ring twice, then hang up and ring again."]
    given().when(SayTakeCare(instruction="other"), by=AGENT).then(wrong("what"))
    given().when(SayTakeCare(instruction="give_no_address"), by=CUSTOMER).then(not_for_them())


def test_screening_keeps_its_day():
    story = given().later(3).when(ScreenNeeds(outcome="none_found"), by=AGENT).then(NeedsScreened)
    assert story.record.needs.screened_on == story.today


def test_an_adjustment_ends_by_the_customers_own_word():
    story = given().when(AgreeAdjustment(adjustment="home_visit"), by=AGENT).when(EndAdjustment(adjustment="home_visit"), by=CUSTOMER)
    assert story.then().record.needs.adjustments == {}
    story.when(EndAdjustment(adjustment="home_visit"), by=CUSTOMER).then(wrong("adjustment"))


def test_a_need_that_is_over_no_longer_counts():
    story = given(NeedRecorded(need="memory", tier="support")).when(EndNeed(need="memory", why="recovered"), by=AGENT).then(NeedEnded)
    assert not story.record.needs.marked


def test_an_offer_waits_for_its_answer():
    story = given().when(OfferSupport(support="form_help"), by=AGENT).then(SupportOffered)
    number = story.number_of(SupportOffered)
    assert number in story.record.needs.offers
    story.when(AnswerOffer(offer=number, answer="accepted"), by=CUSTOMER)
    assert story.record.needs.offers == {}
    story.when(AnswerOffer(offer=number, answer="accepted"), by=CUSTOMER).then(wrong("offer"))
