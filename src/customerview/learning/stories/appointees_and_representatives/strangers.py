"""Somebody without authority spoke or wrote for the customer, and nobody asked the customer."""

from __future__ import annotations

from customerview.instructions.representatives.settle_third_party import RecordThirdParty, SettleThirdPartyStanding
from customerview.instructions.representatives.standing_facts import ThirdPartyStandingSettled
from customerview.learning.people import AGENT, CASE_MANAGER, staff
from customerview.learning.points import point

from ..records_and_notes.what_is_given import contact
from .what_is_given import award

SPOKE = RecordThirdParty(name="A man who says he is her son", said="He asks why she was not paid")


@point("X-18.1")
def a_letter_for_the_customer_and_nobody_asked_her(given):
    """Somebody writes for her: she is asked within five days, they are told nothing, and whether she needs somebody is decided."""
    story = given(award("PIP")).when(SPOKE, by=CASE_MANAGER).owes("settle_third_party", by=5, owner="pip.case")
    story.shown("third_party_standing_settled", saying="tell that person nothing").when(
        SettleThirdPartyStanding(outcome="cannot_say", needs_somebody=True, said="Rung on Tuesday"), by=CASE_MANAGER
    ).then(ThirdPartyStandingSettled).owes("consider_appointee", by=10)


@point("X-21.10")
def nobody_obtained_her_consent(given):
    """The dispute team hears a neighbour: her yes or no is owed, and late when nobody asks."""
    story = given(award("PIP")).when(SPOKE, by=staff("agent", line="DRS", team_code="drs")).owes("settle_third_party", by=5, owner="drs")
    story.later(6).late("settle_third_party")


@point("X-38.7")
def it_was_not_found_out_whether_he_might(given):
    """A relative rings: the answer at the end of the call opens the asking, and what she says closes it."""
    story = given(award("UC"))
    contact(story, AGENT, party="third_party", yes=("somebody_else",))
    story.owes("third_party_standing_settled", by=5)
    story.when(SettleThirdPartyStanding(outcome="refused", needs_somebody=False, said="Rung on her own number"), by=AGENT).then(
        ThirdPartyStandingSettled
    )
