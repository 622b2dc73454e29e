"""Money about to stop with safeguards missing."""

from __future__ import annotations

from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.instructions.support_needs.facts import NeedRecorded, NeedsScreened
from customerview.learning.expected import approval, needs
from customerview.learning.people import staff
from customerview.learning.points import point

from .what_is_given import award, searched, suspend

RULE = "suspend_only_after_safeguards"


@point("UC-5.3")
def suspended_without_a_conference(given):
    """A decision maker is about to suspend; nobody has tried to reach the customer, met about her, or agreed."""
    given(award(), searched(), NeedsScreened(outcome="none_found")).when(suspend(), by=staff("decision_maker", line="UC")).then(
        needs("record_contact_attempt", RULE), needs("hold_case_conference", RULE), approval("team_leader", RULE)
    )


@point("UC-6.2")
def stopped_with_no_thought_for_needs(given):
    """Somebody who forgets and needs help is about to lose her money, and nobody has asked what that would do to her."""
    manager = staff("case_manager", line="UC")
    given(award(), searched(), NeedRecorded(need="memory", tier="support")).when(AcknowledgeKeyFacts(), by=manager).when(
        suspend(), by=manager
    ).then(needs("screen_needs", RULE), needs("hold_case_conference", RULE))


@point("X-23.1")
def an_inquiry_team_suspended(given):
    """A compliance officer meets the same refusal as everybody else."""
    given(award("ESA"), searched("ESA")).when(suspend("ESA"), by=staff("compliance_officer", line="ESA")).then(
        needs("screen_needs", RULE), needs("record_contact_attempt", RULE), needs("hold_case_conference", RULE),
        approval("team_leader", RULE),
    )  # fmt: skip
