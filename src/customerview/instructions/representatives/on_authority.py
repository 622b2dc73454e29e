"""What everything done about one authority has in common: that it is held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Problem, Record, Words, field

NOT_HELD = Words("Nobody acts for the customer by this authority.", "Nid oes neb yn gweithredu dros y cwsmer drwy'r awdurdod hwn.")


def who_acts(record: Record) -> Sequence[Choice]:
    return [
        Choice(a.authority, Words(f"{a.name or a.words.en}, {a.words.en}", f"{a.name or a.words.cy}, {a.words.cy}"))
        for a in record.authority.held.values()
    ]


class OnAuthority(Action, frozen=True, kw_only=True):
    """Base of what is done about one authority."""

    authority: Annotated[
        str, field(Words("Who is this about?", "Pwy mae hyn yn ymwneud ag ef?"), kind="choice", choices=who_acts, max_length=40)
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.authority in record.authority.held else [Problem("authority", NOT_HELD)]
