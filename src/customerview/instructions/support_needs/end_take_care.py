"""End an instruction to take care."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field

from .facts import TakeCareEnded


class EndTakeCare(Action, frozen=True, kw_only=True):
    """Something everybody had to take care of no longer holds."""

    about = asks(Words("End something to take care of", "Rhoi diwedd ar rywbeth i fod yn ofalus yn ei gylch"), may=("support_lead", "reviewer"),
                 effect="takes_away")  # fmt: skip

    said: Annotated[int, field("Which instruction?", kind="number", hidden=True)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.said in record.needs.take_care:
            return []
        return [Problem("said", Words("This instruction no longer holds.", "Nid yw'r cyfarwyddyd hwn yn dal mwyach."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [TakeCareEnded(said=self.said)]
