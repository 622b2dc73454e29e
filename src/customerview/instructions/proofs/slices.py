"""What the record knows of proofs: `proofs`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, keep_latest

from .facts import Line, ProofIssued, ShareCodeCancelled, ShareCodeMade

KEPT = 20
"""How many proofs, and how many share codes, the record keeps at hand; older ones stand in the ledger."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share code that was not cancelled: for which proof, what that showed, and the last day it works."""

    proof: str
    number: int
    purpose: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    expires: date


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a proof shows of awards, and for what."""

    purpose: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]


class Proofs(Slice, kw_only=True):
    """The latest proofs: reference to the number of the fact that holds all it shows, and what it shows of awards. Codes by digest."""

    slice_name: ClassVar[str] = "proofs"
    issued: dict[str, int] = {}
    shown: dict[str, Shown] = {}
    shares: dict[str, Share] = {}

    @folds(ProofIssued)
    def was_issued(self, fact: ProofIssued, happened: Recorded) -> None:
        self.issued[fact.reference] = happened.number
        self.shown[fact.reference] = Shown(purpose=fact.purpose, parts=fact.shows, lines=fact.lines)
        while len(self.issued) > KEPT:
            oldest = next(iter(self.issued))
            self.issued.pop(oldest)
            self.shown.pop(oldest)

    @folds(ShareCodeMade)
    def code_made(self, fact: ShareCodeMade, happened: Recorded) -> None:
        if fact.proof in self.issued:
            shown = self.shown[fact.proof]
            self.shares[fact.digest] = Share(
                proof=fact.proof, number=self.issued[fact.proof], purpose=shown.purpose, parts=shown.parts, lines=shown.lines, expires=fact.expires
            )
        keep_latest(self.shares, KEPT)

    @folds(ShareCodeCancelled)
    def code_cancelled(self, fact: ShareCodeCancelled, happened: Recorded) -> None:
        self.shares.pop(fact.digest, None)

    def working(self, proof: str, day: date) -> dict[str, Share]:
        """The codes of a proof that work on a day."""
        return {digest: share for digest, share in self.shares.items() if share.proof == proof and share.expires >= day}
