"""Find that two records are one person's."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field
from customerview.kernel.facts import RecordsFoundToBeOne


class FindRecordsOne(Action, frozen=True, kw_only=True):
    """Two records are found to be one person's, and are read together from now on."""

    about = asks(
        Words("Join two records of one person", "Uno dau gofnod o'r un person"), may=("case_manager", "team_leader", "operations_manager")
    )

    other: Annotated[UUID, field("Which other record?", hidden=True)]
    why: Annotated[str, field("What shows that they are one person?", kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.other == record.stream or self.other in record.joined.others:
            return [Problem("other", Words("These are joined already.", "Mae'r rhain eisoes wedi'u huno."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RecordsFoundToBeOne(other=self.other)]
