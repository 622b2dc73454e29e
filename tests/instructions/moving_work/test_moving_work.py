"""Open work stays with its owner until the next team accepts it."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions.moving_work.accept_duty import AcceptDuty
from customerview.instructions.moving_work.allocate_duty import AllocateDuty
from customerview.instructions.moving_work.decline_duty import DeclineDuty
from customerview.instructions.moving_work.offer_duty import OfferDuty
from customerview.instructions.moving_work.reset_duty import ResetDuty
from customerview.instructions.representatives.facts import ToldInPrivate
from customerview.learning import given
from customerview.learning.expected import not_for_them, wrong
from customerview.learning.people import CASE_MANAGER, OPERATIONS_MANAGER, staff

LEAD = staff("support_lead", id="lead", team_code="support")
LEADER = staff("team_leader", id="leader", team_code="support")
VISITOR = staff("visiting_officer", id="visitor", team_code="visiting")


@pytest.fixture
def story():
    return given(ToldInPrivate())


def owed(story):
    (found,) = story.record.duties.open.values()
    return found


def test_it_stays_with_its_owner_until_the_other_team_accepts(story):
    work = owed(story).id
    story.when(OfferDuty(duty=work, to="visiting"), by=LEAD)
    assert (owed(story).owner, owed(story).offered_to) == ("support", "visiting")
    story.when(AcceptDuty(duty=work), by=CASE_MANAGER).then(wrong("duty"))
    story.when(AcceptDuty(duty=work), by=VISITOR)
    assert (owed(story).owner, owed(story).offered_to) == ("visiting", "")


def test_declined_work_stays_where_it_was(story):
    work = owed(story).id
    story.when(OfferDuty(duty=work, to="visiting"), by=LEAD).when(DeclineDuty(duty=work, why="no visit needed"), by=VISITOR)
    assert (owed(story).owner, owed(story).offered_to) == ("support", "")


def test_a_team_moves_its_own_work_only(story):
    work = owed(story).id
    story.when(OfferDuty(duty=work, to="visiting"), by=VISITOR).then(wrong("duty"))
    story.when(OfferDuty(duty=work, to="support"), by=LEAD).then(wrong("to"))
    story.when(OfferDuty(duty="gone-1", to="visiting"), by=LEAD).then(wrong("duty"))


def test_one_takes_work_oneself_and_a_leader_gives_it(story):
    work = owed(story).id
    story.when(AllocateDuty(duty=work, person="other"), by=LEAD).then(wrong("person"))
    story.when(AllocateDuty(duty=work, person="lead"), by=LEAD)
    assert owed(story).person == "lead"
    story.when(AllocateDuty(duty=work, person="other"), by=LEADER)
    assert owed(story).person == "other"
    story.when(AllocateDuty(duty=work, person=""), by=OPERATIONS_MANAGER)
    assert owed(story).person == ""


def test_a_deadline_is_set_anew_by_a_named_person_only(story):
    new = ResetDuty(duty=owed(story).id, due=date(2026, 3, 20), why="the instruction changed")
    story.when(new, by=LEADER).then(not_for_them())
    story.when(new, by=OPERATIONS_MANAGER).then().owes("speak_to_customer_alone", by=date(2026, 3, 20))
    story.when(ResetDuty(duty=owed(story).id, due=date(2026, 3, 1), why="x"), by=OPERATIONS_MANAGER).then(wrong("due"))
