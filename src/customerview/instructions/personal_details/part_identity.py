"""Part a sign-in from this person."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .facts import IdentityUnmatched


class PartIdentity(Action, frozen=True, kw_only=True):
    """A sign-in was found not to be this person's, or must no longer be used."""

    about = records(Words("Part a sign-in from this record", "Gwahanu mewngofnodi oddi wrth y cofnod hwn"), may=("job", "operations_manager"),
                    protects=True)  # fmt: skip

    subject: Annotated[str, field("A digest of the sign-in's subject", hidden=True, min_length=16, max_length=128)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.subject in record.person.identities:
            return []
        return [Problem("subject", Words("This sign-in is not matched here.", "Nid yw'r mewngofnodi hwn wedi'i gysylltu yma."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [IdentityUnmatched(subject=self.subject)]
