"""Agree a reasonable adjustment."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from ..roles import STAFF
from .facts import ADJUSTMENTS, AdjustmentAgreed


class AgreeAdjustment(Action, frozen=True, kw_only=True):
    """We agree to do something differently for a customer, everywhere and from now on."""

    about = asks(Words("Agree an adjustment", "Cytuno ar addasiad"), may=(*STAFF, "line_system"), effect="gives", protects=True)

    adjustment: Annotated[str, field("What do we do differently?", kind="choice", choices=ADJUSTMENTS.items())]
    detail: Annotated[str, field("How exactly?", max_length=200)] = ""
    review: Annotated[date | None, field("When should somebody ask again?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.adjustment in ADJUSTMENTS:
            return []
        return [Problem("adjustment", Words("Choose what we do differently.", "Dewiswch yr hyn yr ydym yn ei wneud yn wahanol."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AdjustmentAgreed(adjustment=self.adjustment, detail=self.detail, review=self.review)]
