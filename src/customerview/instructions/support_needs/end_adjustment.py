"""End a reasonable adjustment, by the customer's own word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import ADJUSTMENTS, AdjustmentEnded

NOT_AGREED = Words("Choose one of the things we do for you.", "Dewiswch un o'r pethau rydym yn eu gwneud i chi.")


def agreed(record: Record) -> Sequence[Choice]:
    return [Choice(code, ADJUSTMENTS.get(code, Words(code, code))) for code in record.needs.adjustments]


class EndAdjustment(Action, frozen=True, kw_only=True):
    """You tell us that you no longer need something we do differently for you."""

    about = asks(Words("Stop something we do differently for you", "Rhoi'r gorau i rywbeth rydym yn ei wneud yn wahanol i chi"),
                 may=("customer", "representative", *STAFF), effect="takes_away")  # fmt: skip

    adjustment: Annotated[str, field(
        Words("What do you no longer need?", "Beth nad oes ei angen arnoch mwyach?"), kind="choice", choices=agreed, missing=NOT_AGREED)]  # fmt: skip
    why: Annotated[str, field(Words("Why? (optional)", "Pam? (dewisol)"), max_length=300)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.adjustment in record.needs.adjustments else [Problem("adjustment", NOT_AGREED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AdjustmentEnded(adjustment=self.adjustment, why=self.why)]
