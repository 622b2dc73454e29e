"""Match a sign-in to this person."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import IdentityMatched


class MatchIdentity(Action, frozen=True, kw_only=True):
    """A sign-in was found to be this person's."""

    about = records(
        Words("Match a sign-in to this record", "Cysylltu mewngofnodi â'r cofnod hwn"), may=("job", "customer")
    )  # the customer: by signing in, having proved who they are

    subject: Annotated[str, field("A digest of the sign-in's subject", hidden=True, min_length=16, max_length=128)]
    provider: Annotated[str, field("Who vouches for it?", hidden=True, max_length=60)] = ""
    level: Annotated[str, field("How sure is it?", hidden=True, max_length=20)] = ""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        if self.subject in record.person.identities:
            return []
        return [IdentityMatched(subject=self.subject, provider=self.provider, level=self.level)]
