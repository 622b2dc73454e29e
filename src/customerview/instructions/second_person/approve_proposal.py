"""Agree, as the second person, to what waits."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, SecondPerson, Words, field, records

from ..roles import STAFF


class ApproveProposal(SecondPerson, frozen=True, kw_only=True):
    """A second person agrees, and every instruction is asked again before it is done."""

    about = records(Words("Agree", "Cytuno"), may=STAFF)

    proposal: Annotated[int, field("What do you agree to?", kind="number", hidden=True)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        """The facts of what was proposed: `perform` does that in this action's place."""
        return []
