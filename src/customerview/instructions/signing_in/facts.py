"""The facts of sign-ins that could not be matched. Those that could are `IdentityMatched`, in personal details."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from customerview.kernel import Fact, fact


@fact(760, line="Somebody signed in whose record we could not find.", forget=("name", "born", "nino"))
class SignInUnmatched(Fact):
    """Somebody proved who they are, and no record, or more than one, fits. It has a stream of its own until it is settled."""

    subject: str
    found: str
    """none or several."""
    name: str = ""
    born: date | None = None
    nino: str = ""


@fact(761, line="The sign-in was looked at: {outcome:choice}.", forget=("note",))
class SignInSettled(Fact):
    """A person looked: the record was found or put right, it is nobody of ours, or two records are one person's."""

    outcome: str
    customer: UUID | None = None
    note: str = ""
