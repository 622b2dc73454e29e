"""Find that two joined records are two people's."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import RecordsFoundToBeTwo


class FindRecordsTwo(Action, frozen=True, kw_only=True):
    """Two joined records are found to be two people's, and are read apart again at once."""

    about = records(Words("Part two joined records", "Gwahanu dau gofnod a unwyd"), may=("case_manager", "team_leader", "operations_manager"),
                    protects=True)  # fmt: skip

    other: Annotated[UUID, field("Which other record?", hidden=True)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.other in record.joined.others:
            return []
        return [Problem("other", Words("These are not joined.", "Nid yw'r rhain wedi'u huno."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [RecordsFoundToBeTwo(other=self.other)]
