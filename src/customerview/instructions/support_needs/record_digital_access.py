"""Record whether the customer can use online services."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import DIGITAL_ACCESS, DigitalAccessRecorded

CHOOSE = Words("Choose whether online services can be used.", "Dewiswch a ellir defnyddio gwasanaethau ar-lein.")


class RecordDigitalAccess(Action, frozen=True, kw_only=True):
    """You tell us whether you can use online services, alone or with help."""

    about = records(Words("Say whether you can use online services", "Nodi a allwch ddefnyddio gwasanaethau ar-lein"),
                    may=("customer", "representative", *STAFF))  # fmt: skip

    access: Annotated[str, field(
        Words("Can you use online services?", "A allwch ddefnyddio gwasanaethau ar-lein?"), kind="choice", choices=DIGITAL_ACCESS.items(),
        missing=CHOOSE)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.access in DIGITAL_ACCESS else [Problem("access", CHOOSE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DigitalAccessRecorded(access=self.access, source=asked.by.kind)]
