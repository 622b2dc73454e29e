"""What stands at the head of the record, what is acknowledged before acting, and notes the next person can use."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.contacts.facts import ContactEnded, ContactStarted
from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.instructions.records_and_notes.decline_need_in_note import DeclineNeedInNote
from customerview.instructions.records_and_notes.facts import KeyFactsAcknowledged, NotePinned, RestrictedNotePinned
from customerview.instructions.records_and_notes.pin_note import PinNote
from customerview.instructions.records_and_notes.pin_restricted_note import PinRestrictedNote
from customerview.instructions.records_and_notes.unpin_note import UnpinNote
from customerview.instructions.representatives.facts import AuthorityRecorded
from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.instructions.stopping_payments.place_protective_hold import PlaceProtectiveHold
from customerview.instructions.stopping_payments.review_suspension import ReviewSuspension
from customerview.instructions.support_needs.facts import NeedRecorded, SeriousHarmFeared, TakeCareReason, TakeCareSaid
from customerview.learning import given
from customerview.learning.expected import needs
from customerview.learning.people import AGENT, CASE_MANAGER, DECISION_MAKER, HISTORY
from customerview.learning.stories.records_and_notes.what_is_given import contact, end, noted

SEEN, STATE = "key_facts_acknowledged_before_action", "true_case_state_on_screen"
PIP = {"award": "PIP-1", "benefit": "PIP", "line": "PIP"}
AWARD = AwardReported(**PIP, amount=57_960, frequency="four_weeks", starts=date(2024, 5, 6))
MEMORY = NeedRecorded(need="memory", tier="support")
STOPPED = PaymentSuspended(**PIP, ground="identity", since=date(2026, 3, 2))
KEEP = ReviewSuspension(award="PIP-1", decision="keep", why="nothing came")


@pytest.mark.parametrize("at", ["contact", "booking", "message", "referral", "decision", "adverse"])
def test_pinned_notes_needs_and_who_acts_head_every_screen(at):
    who = AuthorityRecorded(authority="A-1", type="appointee", holder="gwen", name="Gwen Morgan", starts=date(2024, 5, 2))
    given(NotePinned(text="One question at a time"), MEMORY, who, TakeCareSaid(instruction="give_no_address")).shown(
        SEEN, at=at, saying="One question at a time"
    ).shown(SEEN, at=at, saying="Gwen Morgan: appointee").shown(SEEN, at=at, saying="Give no one the address.")  # fmt: skip


def test_what_is_feared_and_why_care_is_taken_never_stand_there():
    story = given(
        SeriousHarmFeared(need="self_harm", said="pills"), TakeCareSaid(instruction="speak_alone"), TakeCareReason(said=3, why="her son"),
        RestrictedNotePinned(text="known to the crisis team"),
    )  # fmt: skip
    for word in ("uicide", "pills", "her son", "crisis"):
        story.not_shown(SEEN, saying=word)
    story.shown(SEEN, saying="Speak to the support lead before you act.")
    story.and_given(AWARD, STOPPED).when(KEEP, by=DECISION_MAKER)
    assert not any(
        word in line for o in story.outcomes for line in (o.words.en, *o.missing) for word in ("uicide", "pills", "her son", "crisis")
    )
    story.then(needs(AcknowledgeKeyFacts))


def test_what_is_new_is_acknowledged_once_by_each_and_again_when_there_is_more():
    story = given(AWARD, STOPPED, MEMORY).when(KEEP, by=CASE_MANAGER).then(needs(AcknowledgeKeyFacts, rule=SEEN))
    story.when(AcknowledgeKeyFacts(), by=CASE_MANAGER).then(KeyFactsAcknowledged)
    story.when(KEEP, by=DECISION_MAKER).then(needs(AcknowledgeKeyFacts))
    story.and_given(NotePinned(text="Ring her daughter first"), by=HISTORY).when(KEEP, by=CASE_MANAGER).then(needs(AcknowledgeKeyFacts))
    story.when(AcknowledgeKeyFacts(), by=CASE_MANAGER).when(KEEP, by=CASE_MANAGER).then()


def test_nothing_is_acknowledged_before_a_lifting_or_a_protection():
    story = given(AWARD, MEMORY, STOPPED)
    story.when(ReviewSuspension(award="PIP-1", decision="lift", why="settled"), by=DECISION_MAKER).then()
    hold = PlaceProtectiveHold(award="PIP-1", ground="suspected_theft", safe_way="cash at the post office")
    given(AWARD, MEMORY).when(hold, by=CASE_MANAGER).then()


def test_a_note_is_pinned_and_taken_down_with_a_reason():
    story = given().when(PinNote(text="Ring twice"), by=AGENT).then(NotePinned)
    story.when(UnpinNote(note=story.number_of(NotePinned), why="new phone"), by=AGENT).not_shown(SEEN, saying="Ring twice")


def test_a_restricted_note_is_counted_for_all_and_read_by_the_role():
    story = given().when(PinRestrictedNote(text="a planted word"), by=AGENT).then(RestrictedNotePinned)
    seen = story.record.seen_by(frozenset()).notes
    assert (seen.restricted, seen.restricted_count) == ({}, 1)
    assert [n.text for n in story.record.seen_by(frozenset({"safeguarding"})).notes.restricted.values()] == ["a planted word"]
    assert story.record.seen_by(frozenset({"safeguarding"}), representative=True).notes.restricted_count == 0


def test_a_need_that_came_up_is_recorded_or_declined_before_the_contact_ends():
    story = given()
    call = contact(story, AGENT, yes=("help",))
    story.when(noted(call, reported="She cannot read our letters", agreed="We ring instead", follows="Ring on Monday"), by=AGENT)
    story.when(end(call), by=AGENT).then(needs("record_need", rule="notes_meet_standard"))
    story.when(DeclineNeedInNote(contact=call, why="She has help from her sister"), by=AGENT).when(end(call), by=AGENT).then(ContactEnded)


def test_one_in_so_many_notes_is_read_again_and_rebuilding_picks_the_same():
    story = given()
    for _ in range(120):
        story.and_given(ContactStarted(channel="call_in", party="customer", checked="questions", line="PIP"))
        story.and_given(ContactEnded(contact=story.number_of(ContactStarted), summary="x"))
    sampled = {o.id for o in story.record.duties.of("note_sampled")}
    assert 0 < len(sampled) < 20
    assert sampled == {o.id for o in story.record.duties.of("note_sampled")}


def test_the_true_state_says_what_is_stopped_and_what_is_owed():
    given(AWARD, STOPPED).shown(STATE, saying="Personal Independence Payment is stopped since 2 March 2026.").shown(
        STATE, at="call_out", saying="owes: review and lift suspension"
    )
