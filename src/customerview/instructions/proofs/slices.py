"""What the record knows of proofs: `proofs`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, keep_latest

from .facts import Line, ProofIssued, ShareCodeCancelled, ShareCodeMade
from .sent_facts import ProofSent, SendingWithdrawn, SentProofDealtWith, SentProofOpened

KEPT = 20
"""How many proofs, share codes and sendings the record keeps at hand; older ones stand in the ledger."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share code that was not cancelled: for which proof, what that showed, and the last day it works."""

    proof: str
    number: int
    purpose: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    expires: date


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A proof sent straight to an organisation and not taken back: to whom, what it showed, and the last day it can be opened."""

    proof: str
    number: int
    purpose: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    organisation: str
    name: str
    expires: date
    opened: bool = False
    dealt_with: bool = False


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
    sent: dict[str, Sent] = {}

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
                proof=fact.proof,
                number=self.issued[fact.proof],
                purpose=shown.purpose,
                parts=shown.parts,
                lines=shown.lines,
                expires=fact.expires,
            )
        keep_latest(self.shares, KEPT)

    @folds(ShareCodeCancelled)
    def code_cancelled(self, fact: ShareCodeCancelled, happened: Recorded) -> None:
        self.shares.pop(fact.digest, None)

    def working(self, proof: str, day: date) -> dict[str, Share]:
        """The codes of a proof that work on a day."""
        return {digest: share for digest, share in self.shares.items() if share.proof == proof and share.expires >= day}

    @folds(ProofSent)
    def was_sent(self, fact: ProofSent, happened: Recorded) -> None:
        if fact.proof in self.issued:
            shown = self.shown[fact.proof]
            self.sent[fact.sending] = Sent(
                proof=fact.proof, number=self.issued[fact.proof], purpose=shown.purpose, parts=shown.parts, lines=shown.lines,
                organisation=fact.organisation, name=fact.name, expires=fact.expires,
            )  # fmt: skip
        keep_latest(self.sent, KEPT)

    @folds(SendingWithdrawn)
    def sending_withdrawn(self, fact: SendingWithdrawn, happened: Recorded) -> None:
        self.sent.pop(fact.sending, None)

    @folds(SentProofOpened)
    def was_opened(self, fact: SentProofOpened, happened: Recorded) -> None:
        if fact.sending in self.sent:
            self.sent[fact.sending] = msgspec.structs.replace(self.sent[fact.sending], opened=True)

    @folds(SentProofDealtWith)
    def was_dealt_with(self, fact: SentProofDealtWith, happened: Recorded) -> None:
        if fact.sending in self.sent:
            self.sent[fact.sending] = msgspec.structs.replace(self.sent[fact.sending], dealt_with=True)

    def sent_of(self, proof: str, day: date) -> dict[str, Sent]:
        """The sendings of a proof that can be opened on a day."""
        return {sending: one for sending, one in self.sent.items() if one.proof == proof and one.expires >= day}
