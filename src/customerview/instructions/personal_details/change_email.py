"""Change the email address."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import RouteRecorded
from .values import EMAIL, is_email


class ChangeEmail(Action, frozen=True, kw_only=True):
    """You tell us the email address we can write to."""

    about = records(
        Words("Change the email address", "Newid y cyfeiriad e-bost"), may=("customer", "representative", *STAFF, "line_system")
    )

    email: Annotated[str, field(
        Words("Email address", "Cyfeiriad e-bost"), kind="email", max_length=254, min_length=1, autocomplete="email", missing=EMAIL)]  # fmt: skip
    preferred: Annotated[bool, field(
        Words("Is this the best way to reach you?", "Ai dyma'r ffordd orau o'ch cyrraedd?"), kind="yes_no")] = False  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if is_email(self.email) else [Problem("email", EMAIL)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        source = asked.by.line or asked.by.kind
        return [RouteRecorded(route="email", value=self.email.strip(), preferred=self.preferred, source=source)]
