"""Somebody who works for the body that acts for a customer says who they are."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import StaffOfBodyNamed


class NameWhoActs(Action, frozen=True, kw_only=True):
    """Whoever opens a customer's record for the body that acts is named in it."""

    about = records(Words("Name who acts for the customer", "Enwi pwy sy'n gweithredu dros y cwsmer"), may=("representative",))

    name: Annotated[str, field(Words("Their name", "Eu henw"), hidden=True, min_length=1, max_length=100)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if asked.by.body:
            return []
        return [
            Problem(
                "name", Words("Only somebody who works for a body is named.", "Dim ond rhywun sy'n gweithio i gorff sy'n cael ei enwi.")
            )
        ]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StaffOfBodyNamed(staff=f"{asked.by.id}@{asked.by.body}", name=self.name)]
