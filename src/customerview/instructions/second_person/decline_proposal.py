"""Decline, as the second person, what waits; or take back what one proposed."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import ProposalDeclined

from ..roles import STAFF
from .facts import person_in


class DeclineProposal(Action, frozen=True, kw_only=True):
    """A second person does not agree, and says why; nothing is done."""

    about = records(Words("Do not agree", "Peidio â chytuno"), may=STAFF, protects=True)

    proposal: Annotated[int, field("What do you not agree to?", kind="number", hidden=True)]
    why: Annotated[str, field("Why not?", kind="long_text", min_length=1, max_length=1000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        proposal = record.proposals.open.get(self.proposal)
        if proposal is None:
            return [Problem("proposal", Words("This no longer waits for anybody.", "Nid yw hwn yn aros am neb mwyach."))]
        if proposal.approver not in asked.by.roles and person_in(proposal.by) != asked.by.id:
            return [
                Problem(
                    "proposal", Words("Only those who may agree to it can decline it.", "Dim ond y rhai a all gytuno iddo all ei wrthod.")
                )
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ProposalDeclined(proposal=self.proposal, action=record.proposals.open[self.proposal].action, why=self.why)]
