"""Record that somebody no longer acts for the customer."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from .facts import AuthorityEnded
from .on_authority import OnAuthority

WHYS = {
    "resigned": Words("They gave it up", "Rhoddwyd y gorau iddi ganddynt"), "died": Words("They died", "Bu farw'r person"),
    "revoked": Words("It was revoked", "Cafodd ei ddirymu"), "replaced": Words("Somebody else took over", "Cymerodd rhywun arall drosodd"),
    "not_in_interest": Words("It was not in the customer's interest", "Nid oedd er budd y cwsmer"),
    "not_needed": Words("The customer manages alone", "Mae'r cwsmer yn ymdopi ar ei ben ei hun"), "expired": Words("It came to its end", "Daeth i ben"),
}  # fmt: skip


class EndAuthority(OnAuthority, frozen=True, kw_only=True):
    """Somebody no longer acts for a customer."""

    about = asks(Words("Record that somebody no longer acts", "Cofnodi nad yw rhywun yn gweithredu mwyach"),
                 may=("case_manager", "team_leader", "operations_manager", "line_system", "job"))  # fmt: skip

    ended: Annotated[date, field("What was the last day?", kind="date")]
    why: Annotated[str, field("Why?", kind="choice", choices=WHYS.items())]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.authority.held[self.authority]
        return [AuthorityEnded(authority=self.authority, type=held.type, ended=self.ended, why=self.why)]
