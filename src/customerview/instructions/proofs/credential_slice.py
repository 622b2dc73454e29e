"""What the record knows of digital credentials that were not withdrawn: `credentials`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from customerview.kernel import Recorded, Slice, folds

from .credential_facts import CredentialIssued, CredentialWithdrawn


class Credentials(Slice, kw_only=True):
    """By their references. Those that ended are let go of when the next is issued."""

    slice_name: ClassVar[str] = "credentials"
    held: dict[str, CredentialIssued] = {}

    @folds(CredentialIssued)
    def was_issued(self, fact: CredentialIssued, happened: Recorded) -> None:
        for ended in [name for name, one in self.held.items() if one.expires < happened.effective]:
            self.held.pop(ended)
        self.held[fact.credential] = fact

    @folds(CredentialWithdrawn)
    def was_withdrawn(self, fact: CredentialWithdrawn, happened: Recorded) -> None:
        self.held.pop(fact.credential, None)

    def working(self, proof: str, day: date) -> list[CredentialIssued]:
        """The credentials of a proof that hold on a day."""
        return [one for one in self.held.values() if one.proof == proof and one.expires >= day]
