"""What everything done about one person after a death has in common: that we know of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Asked, Choice, Problem, Record, Words, field

from .on_death import OnDeath
from .record_next_of_kin import CLAIMS


def people(record: Record) -> Sequence[Choice]:
    """Everybody recorded, to choose from."""
    return [
        Choice(str(k.number), Words(k.name or CLAIMS[k.claim].en, k.name or CLAIMS[k.claim].cy), CLAIMS.get(k.claim))
        for k in record.death.kin.values()
    ]


class OnKin(OnDeath, frozen=True, kw_only=True):
    """Base of what is done about one person who is or may be entitled to act."""

    person: Annotated[int, field("Whom is it about?", kind="choice", choices=people)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.person not in record.death.kin:
            wrong.append(Problem("person", Words("Record this person first.", "Cofnodwch y person hwn yn gyntaf.")))
        return wrong
