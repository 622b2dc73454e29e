"""Agreeing, declining, reviewing and correcting: what one person may not settle alone."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from customerview.instructions.personal_details.facts import AddressChanged, ProtectedAddressRecorded
from customerview.instructions.second_person.correct_fact import CorrectFact
from customerview.instructions.second_person.decline_proposal import DeclineProposal
from customerview.instructions.second_person.find_records_one import FindRecordsOne
from customerview.instructions.second_person.find_records_two import FindRecordsTwo
from customerview.instructions.second_person.review_override import ReviewOverride
from customerview.kernel.facts import (
    ActionProposed,
    FactCorrected,
    GuardOverridden,
    OverrideReviewed,
    ProposalApproved,
    ProposalDeclined,
    RecordsFoundToBeOne,
    RecordsFoundToBeTwo,
)
from customerview.learning import given
from customerview.learning.expected import approval, not_for_them, wrong
from customerview.learning.people import AGENT, CASE_MANAGER, OPERATIONS_MANAGER, REVIEWER, TEAM_LEADER
from customerview.perform import Override

OTHER = uuid4()
JOIN = FindRecordsOne(other=OTHER, why="same number, same letter box")
HOME = AddressChanged(role="home", lines=("1 Heol y Bont",), postcode="QA1 1AA")


def test_two_people_join_records_and_one_parts_them():
    story = given().also(OTHER).when(JOIN, by=CASE_MANAGER).then(approval("operations_manager", rule="two_people_join_records"))
    story.when(JOIN, by=CASE_MANAGER, propose=True).then(ActionProposed).owes("settle_proposal", by=1, owner="pip.case")
    story.agreed_by(TEAM_LEADER).then(not_for_them())
    story.agreed_by(OPERATIONS_MANAGER).then(ProposalApproved, RecordsFoundToBeOne).owes_nothing()
    story.when(FindRecordsTwo(other=OTHER), by=CASE_MANAGER).then(RecordsFoundToBeTwo)


def test_what_is_not_agreed_to_is_not_done():
    story = given().when(JOIN, by=CASE_MANAGER, propose=True)
    decline = DeclineProposal(proposal=story.number_of(ActionProposed), why="two sisters")
    story.when(decline, by=TEAM_LEADER).then(wrong("proposal"))
    story.when(decline, by=OPERATIONS_MANAGER).then(ProposalDeclined).owes_nothing()
    assert story.record.joined.others == []


def test_somebody_else_reviews_an_override():
    story = given().when(JOIN, by=OPERATIONS_MANAGER, override=Override(rules=("two_people_join_records",), reason="court order"))
    story.then(GuardOverridden, RecordsFoundToBeOne).owes("review_override", by=2, owner="quality")
    review = ReviewOverride(override=story.number_of(GuardOverridden), upheld=True, finding="order seen")
    story.when(review, by=OPERATIONS_MANAGER).then(wrong("override"))
    story.when(review, by=REVIEWER).then(OverrideReviewed).owes_nothing()


def test_the_right_entry_stands_in_the_place_of_the_wrong_one():
    story = given(HOME)
    right = CorrectFact(
        corrects=story.number_of(AddressChanged), kind="AddressChanged", why="number mistyped",
        replacement={"role": "home", "lines": ["11 Heol y Bont"], "postcode": "QA1 1AA"}, effective=date(2026, 2, 1),
    )  # fmt: skip
    story.when(right, by=AGENT).then(FactCorrected)
    home = story.record.person.addresses["home"]
    assert (home.lines, home.since, len(story.record.person.earlier_addresses)) == (("11 Heol y Bont",), date(2026, 2, 1), 0)


def test_what_never_happened_is_taken_out():
    story = given(HOME)
    story.when(CorrectFact(corrects=story.number_of(AddressChanged), why="another customer's letter"), by=AGENT).then(FactCorrected)
    assert story.record.person.addresses == {}


def test_a_correction_cannot_make_something_else_of_an_entry():
    story = given(HOME)
    number = story.number_of(AddressChanged)
    story.when(CorrectFact(corrects=number, kind="NeedsScreened", replacement={"outcome": "none_found"}, why="x"), by=AGENT).then(
        wrong("kind")
    )
    story.when(CorrectFact(corrects=number, kind="AddressChanged", replacement={"colour": "red"}, why="x"), by=AGENT).then(
        wrong("replacement")
    )
    story.when(CorrectFact(corrects=99, why="x"), by=AGENT).then(wrong("corrects"))


def test_nobody_corrects_what_they_may_not_see_nor_what_the_service_recorded_of_itself():
    story = given(ProtectedAddressRecorded(lines=("A refuge",)))
    story.when(CorrectFact(corrects=story.number_of(ProtectedAddressRecorded), why="x"), by=AGENT).then(wrong("corrects"))
    story.when(JOIN, by=CASE_MANAGER, propose=True)
    story.when(CorrectFact(corrects=story.number_of(ActionProposed), why="x"), by=AGENT).then(wrong("corrects"))
