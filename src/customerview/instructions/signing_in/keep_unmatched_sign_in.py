"""Keep a sign-in that matches no one record."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import SignInUnmatched


class KeepUnmatchedSignIn(Action, frozen=True, kw_only=True):
    """We could not find your record, and somebody will look into it."""

    about = records(
        Words("Keep a sign-in that was not matched", "Cadw mewngofnodi na chafodd ei gysylltu"),
        may=("customer",),
        opens_record=True,
    )

    subject: Annotated[str, field("The digest of the sign-in", hidden=True, max_length=100)]
    found: Annotated[str, field("What was found", hidden=True, max_length=20)]
    name: Annotated[str, field("The name that was proved", hidden=True, max_length=200)] = ""
    born: Annotated[date | None, field("The date of birth that was proved", hidden=True)] = None
    nino: Annotated[str, field("The National Insurance number they gave", hidden=True, max_length=9)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SignInUnmatched(subject=self.subject, found=self.found, name=self.name, born=self.born, nino=self.nino)]
