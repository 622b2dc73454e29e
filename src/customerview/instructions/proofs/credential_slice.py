"""What the record knows of digital credentials that were not withdrawn, and of offers to wallet apps: `credentials`."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from customerview.kernel import Recorded, Slice, folds

from .credential_facts import CredentialIssued, CredentialWithdrawn
from .wallet_facts import WalletOffered, WalletOfferEnded, WalletTookProof


class Credentials(Slice, kw_only=True):
    """Credentials by their references, offers by their digests. Those that ended are let go of when the next is issued or made."""

    slice_name: ClassVar[str] = "credentials"
    held: dict[str, CredentialIssued] = {}
    offers: dict[str, WalletOffered] = {}

    @folds(CredentialIssued)
    def was_issued(self, fact: CredentialIssued, happened: Recorded) -> None:
        for ended in [name for name, one in self.held.items() if one.expires < happened.effective]:
            self.held.pop(ended)
        self.held[fact.credential] = fact

    @folds(WalletTookProof)
    def was_taken(self, fact: WalletTookProof, happened: Recorded) -> None:
        self.offers.pop(fact.offer, None)
        said = {name: getattr(fact, name) for name in CredentialIssued.__struct_fields__}
        self.was_issued(CredentialIssued(**said), happened)

    @folds(WalletOffered)
    def was_offered(self, fact: WalletOffered, happened: Recorded) -> None:
        for over in [offer for offer, one in self.offers.items() if one.expires < happened.at]:
            self.offers.pop(over)
        self.offers[fact.offer] = fact

    @folds(WalletOfferEnded)
    def offer_ended(self, fact: WalletOfferEnded, happened: Recorded) -> None:
        self.offers.pop(fact.offer, None)

    @folds(CredentialWithdrawn)
    def was_withdrawn(self, fact: CredentialWithdrawn, happened: Recorded) -> None:
        self.held.pop(fact.credential, None)

    def working(self, proof: str, day: date) -> list[CredentialIssued]:
        """The credentials of a proof that hold on a day."""
        return [one for one in self.held.values() if one.proof == proof and one.expires >= day]

    def offered(self, proof: str, at: datetime) -> list[WalletOffered]:
        """The offers of a proof that a wallet may still take up."""
        return [one for one in self.offers.values() if one.proof == proof and one.expires >= at]
