"""Settle a sign-in that matched no one record."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from ..roles import STAFF
from .facts import SignInSettled

OUTCOMES = {
    "found": Words(
        "Their record was found and put right: they can sign in again", "Canfuwyd eu cofnod a'i gywiro: gallant fewngofnodi eto"
    ),
    "joined": Words("Two records are one person's, and were joined", "Cofnodion un person yw'r ddau, ac fe'u hunwyd"),
    "nobody": Words("They are no customer of ours", "Nid ydynt yn gwsmer i ni"),
}


class SettleUnmatchedSignIn(Action, frozen=True, kw_only=True):
    """Somebody looked into why your record could not be found."""

    about = records(Words("Settle a sign-in that was not matched", "Setlo mewngofnodi na chafodd ei gysylltu"), may=STAFF)

    outcome: Annotated[str, field("What was found?", kind="choice", choices=OUTCOMES.items(), missing="Say what was found")]
    customer: UUID | None = None
    note: Annotated[str, field("What did you do?", kind="long_text", max_length=500)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SignInSettled(outcome=self.outcome, customer=self.customer, note=self.note)]
