"""Change what an authority covers, or its last day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..directory import LINES
from .facts import AuthorityChanged
from .on_authority import OnAuthority


class ChangeAuthority(OnAuthority, frozen=True, kw_only=True):
    """What somebody may do for a customer, or until when, is changed."""

    about = asks(Words("Change what an authority covers", "Newid yr hyn y mae awdurdod yn ei gwmpasu"),
                 may=("case_manager", "team_leader", "operations_manager", "line_system", "job"))  # fmt: skip

    lines: Annotated[tuple[str, ...], field("For which benefits? None chosen: all of them", kind="choices", choices=LINES.items())] = ()
    ends: Annotated[date | None, field("Until which day, if it has an end?", kind="date")] = None

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.authority.held[self.authority]
        return [AuthorityChanged(authority=self.authority, type=held.type, lines=self.lines, ends=self.ends)]
