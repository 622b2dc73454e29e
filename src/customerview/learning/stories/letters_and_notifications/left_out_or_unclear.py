"""Letters with parts missing, hard to follow, or altered by hand."""

from __future__ import annotations

from customerview.instructions.letters_and_notifications.edit_letter import EditLetter
from customerview.instructions.letters_and_notifications.facts import LetterWritten
from customerview.learning.expected import approval, refused
from customerview.learning.people import DECISION_MAKER, staff
from customerview.learning.points import point

from .what_is_given import LETTER, RELEASE, award, letter


@point("X-35.3")
def backdating_was_not_explained(given):
    """A letter about an earlier date says that it is paid, and neither why nor which assessment dates moved."""
    thin = letter("backdating", "We pay you from an earlier day.", lacks=("reason", "moved_dates"), benefit="UC")
    given(award("UC"), thin).when(RELEASE, by=staff("case_manager", line="UC")).then(refused("letter_complete_and_clear", "missing"))


@point("X-38.4")
def the_outcome_of_the_appeal_had_parts_missing(given):
    """A letter on the outcome of an appeal without reasons and without what comes next is not issued."""
    thin = letter("appeal_outcome", "Your appeal was allowed.", lacks=("reason", "next"))
    given(award(), thin).when(RELEASE, by=DECISION_MAKER).then(refused("letter_complete_and_clear", "missing"))


@point("X-8.7")
def a_letter_was_altered_by_hand(given):
    """Somebody puts a paragraph in their own words: a second person reads and signs the letter before it leaves."""
    by_hand = EditLetter(letter=LETTER, paragraph=f"{LETTER}:0", text="You get Universal Credit again.")
    whole, writer = letter("award_notice", "You get Universal Credit.", benefit="UC"), staff("case_manager", line="UC")
    given(award("UC"), whole).when(by_hand, by=writer).then(LetterWritten).when(RELEASE, by=writer).then(approval("team_leader"))
