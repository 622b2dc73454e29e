"""A second person looks at what one person may not settle alone; and what waits for them does not wait unseen."""

from __future__ import annotations

from customerview.kernel import Asked, Outcome, Record, Recorded, approval, duty, guard, team_of
from customerview.kernel.facts import ActionProposed, ProposalApproved, ProposalDeclined

from .approve_proposal import ApproveProposal
from .decline_proposal import DeclineProposal
from .find_records_one import FindRecordsOne


@guard(FindRecordsOne, source="design of the record: joining shows one person's life to whoever reads the other's")
def two_people_join_records(action: FindRecordsOne, record: Record, asked: Asked) -> Outcome:
    """Two people have to agree that two records are one person's before they are read together."""
    return approval("operations_manager", "Ask an operations manager to look at both records and agree.")


def _team_of_proposer(happened: Recorded, record: Record) -> str:
    return team_of(happened.by) or "operations"


settle_proposal = duty(
    "Agree to {action:action}, or decline it: it waits for a second person ({approver:role}).", after=ActionProposed, until=(ProposalApproved, ProposalDeclined), per="proposal",
    owner=_team_of_proposer, within="due_wd", by_doing=(ApproveProposal, DeclineProposal), harm=2,
    source="conventions of the learning themes: second person",
)  # fmt: skip
