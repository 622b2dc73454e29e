"""The kit tells the truth: a story that does not go as told fails, and says why."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from customerview.instructions.personal_details.change_email import ChangeEmail
from customerview.instructions.personal_details.facts import AddressChanged, RouteRecorded
from customerview.instructions.representatives.facts import ToldInPrivate
from customerview.instructions.representatives.tell_us_in_private import TellUsInPrivate
from customerview.instructions.second_person.find_records_one import FindRecordsOne
from customerview.kernel import LONDON
from customerview.learning import given
from customerview.learning.expected import approval, needs, refused, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, CUSTOMER, RHIAN, called
from customerview.learning.stage import StoryFailed
from customerview.learning.story import Story

JOIN = FindRecordsOne(other=RHIAN.__class__(int=5), why="same person")


def test_it_begins_with_a_customer_on_a_day():
    story = given()
    assert (str(story.record.person.name), story.today) == ("Rhian Morgan", date(2026, 3, 2))


def test_working_days_pass_over_weekends_and_holidays():
    assert given(on=date(2026, 4, 2)).later(1).today == date(2026, 4, 7)


def test_a_story_does_not_go_back():
    with pytest.raises(StoryFailed, match="does not go back"):
        given().at(date(2026, 3, 1))


def test_what_was_not_done_is_noticed_by_the_next_step():
    story = given().when(ChangeEmail(email="no"), by=CUSTOMER)
    with pytest.raises(StoryFailed, match="It was not done: email"):
        story.later(1)
    story.when(ChangeEmail(email="no"), by=CUSTOMER).then(wrong("email")).later(1)


@pytest.mark.parametrize("expected", [AddressChanged, RouteRecorded(route="email"), refused(), needs("anything"), wrong()])
def test_an_expectation_that_does_not_hold_fails(expected):
    with pytest.raises(StoryFailed):
        given().when(ChangeEmail(email="a@example.com"), by=CUSTOMER).then(expected)


def test_another_rule_than_the_one_named_does_not_count():
    story = given().when(JOIN, by=CASE_MANAGER).then(approval())
    story.when(JOIN, by=CASE_MANAGER)
    with pytest.raises(StoryFailed, match="two_people_join_records"):
        story.then(approval(rule="some_other_rule"))


@pytest.mark.parametrize("how", [{"by": 2}, {"owner": "pip.case"}, {"by": datetime(2026, 3, 3, 10, tzinfo=LONDON)}])
def test_a_duty_owed_otherwise_does_not_count(how):
    story = given().when(TellUsInPrivate(worry="x"), by=CUSTOMER).owes("speak_to_customer_alone", by=1)
    with pytest.raises(StoryFailed):
        story.owes("speak_to_customer_alone", **how)
    with pytest.raises(StoryFailed, match="Nothing was to be owed"):
        story.owes_nothing()


def test_a_duty_is_late_once_its_day_is_over():
    story = given(ToldInPrivate()).later(1)
    with pytest.raises(StoryFailed):
        story.late("speak_to_customer_alone")
    story.later(1).late("speak_to_customer_alone")


def test_a_story_that_is_not_strict_notes_what_did_not_hold():
    story = Story(given().house.without("speak_to_customer_alone"), strict=False).begin(RHIAN, ())
    story.when(TellUsInPrivate(worry="x"), by=CUSTOMER).owes("speak_to_customer_alone")
    assert [(c.rule, c.holds) for c in story.catches] == [("speak_to_customer_alone", False)]


def test_people_are_called_by_name():
    assert called("agent") is AGENT
    assert called("case_manager of ESA").line == "ESA"
    assert called("system of PIP").roles == {"line_system"}
    assert called("job closing").code == "job:closing"
    with pytest.raises(ValueError, match="Nobody"):
        called("somebody")
