"""Take money from an award for another line."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, asks, field

from ..directory import LINES
from ..on_award import OnAward
from .facts import DeductionStarted

OFFERED = [(c, LINES[c]) for c in ("DEBT", "CMS")]


class StartDeduction(OnAward, frozen=True, kw_only=True):
    """Money is taken from each payment of a benefit, for a debt or for child maintenance."""

    about = asks(Words("Take a deduction from payments", "Cymryd didyniad o daliadau"), may=("decision_maker", "line_system"),
                 effect="takes_away", outgoing=True)  # fmt: skip

    deduction: Annotated[str, field("The deduction's reference", max_length=60)]
    to: Annotated[str, field("For which service?", kind="choice", choices=OFFERED)]
    pence: Annotated[int, field("How much from each payment, in pence?", kind="money", ge=1)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DeductionStarted(**self.of_award(record), deduction=self.deduction, to=self.to, pence=self.pence)]
