"""Withdraw a consent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import AuthorityEnded

NOT_GIVEN = Words("Choose one of the people you let us talk to.", "Dewiswch un o'r bobl rydych yn gadael i ni siarad â nhw.")


def given(record: Record) -> Sequence[Choice]:
    return [Choice(a.authority, Words(a.name, a.name)) for a in record.authority.held.values() if a.type == "consent"]


class WithdrawConsent(Action, frozen=True, kw_only=True):
    """You no longer let us talk to somebody. It stops at once."""

    about = records(
        Words("Stop letting us talk to somebody", "Rhoi'r gorau i adael i ni siarad â rhywun"), may=("customer", *STAFF), protects=True
    )

    authority: Annotated[str, field(
        Words("Who may we no longer talk to?", "Gyda phwy na chawn siarad mwyach?"), kind="choice", choices=given, missing=NOT_GIVEN)]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = record.authority.held.get(self.authority)
        return [] if held and held.type == "consent" else [Problem("authority", NOT_GIVEN)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AuthorityEnded(authority=self.authority, type="consent", ended=asked.today, why="withdrawn")]
