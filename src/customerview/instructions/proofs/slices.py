"""What the record knows of proofs: `proofs`."""

from __future__ import annotations

from typing import ClassVar

from customerview.kernel import Recorded, Slice, folds

from .facts import ProofIssued

KEPT = 20
"""How many proofs the record keeps at hand; older ones stand in the ledger."""


class Proofs(Slice, kw_only=True):
    """The latest proofs: reference to the number of the fact that holds all it shows."""

    slice_name: ClassVar[str] = "proofs"
    issued: dict[str, int] = {}

    @folds(ProofIssued)
    def was_issued(self, fact: ProofIssued, happened: Recorded) -> None:
        self.issued[fact.reference] = happened.number
        while len(self.issued) > KEPT:
            self.issued.pop(next(iter(self.issued)))
