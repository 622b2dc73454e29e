"""Offer a proof to a wallet app, let a wallet take it, and end an offer to which the wrong number was given too often."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import msgspec

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .credential_facts import CredentialIssued
from .credentials import INDEX, PLACE, issued_of, not_current
from .share_codes import DIGEST
from .wallet_facts import WalletOffered, WalletOfferEnded, WalletTookProof

OFFER = field(Words("The digest of the offer", "Crynodeb y cynnig"), hidden=True, pattern=DIGEST)
NO_SUCH_OFFER = Words("This offer has ended.", "Mae’r cynnig hwn wedi dod i ben.")


class OfferToWallet(Action, frozen=True, kw_only=True):
    """Offer a proof to a wallet app on your phone. The offer ends within minutes, and any earlier one of the same proof at once."""

    about = asks(Words("Put a proof into a wallet app", "Rhoi prawf mewn ap waled"), effect="gives", may=("customer", "representative"))

    proof: Annotated[str, field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)]
    offer: Annotated[str, OFFER]
    opens: Annotated[str, field(Words("The digest of the offer and its number", "Crynodeb y cynnig a’i rif"), hidden=True, pattern=DIGEST)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return not_current(self.proof, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        expires = asked.at + timedelta(minutes=asked.figure("wallet_offer_minutes"))
        return [
            *(ended(one, "replaced") for one in record.credentials.offered(self.proof, asked.at)),
            WalletOffered(proof=self.proof, offer=self.offer, opens=self.opens, expires=expires),
        ]


class TakeIntoWallet(Action, frozen=True, kw_only=True):
    """A wallet app that was given the offer and its number takes the proof, once. It is withdrawn as soon as what it shows is no longer so."""

    about = asks(Words("Take a proof into a wallet app", "Cymryd prawf i ap waled"), effect="gives", may=("job",))

    offer: Annotated[str, OFFER]
    place: Annotated[str, PLACE]
    index: Annotated[int, INDEX]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        offered = record.credentials.offers.get(self.offer)
        # A wallet that gave the number in time still has the life of its token to come and take it.
        last = timedelta(minutes=asked.figure("wallet_token_minutes"))
        if offered is None or asked.at > offered.expires + last:
            return [Problem("offer", NO_SUCH_OFFER)]
        return not_current(offered.proof, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        proof = record.credentials.offers[self.offer].proof
        issued: CredentialIssued = issued_of(proof, "wallet", self.place, self.index, record, asked)
        return [WalletTookProof(**msgspec.structs.asdict(issued), offer=self.offer)]


class EndWalletOffer(Action, frozen=True, kw_only=True):
    """An offer ends because the wrong number was given to it too often. You can see that it did."""

    about = records(Words("End an offer to a wallet app", "Dod â chynnig i ap waled i ben"), may=("job",), protects=True)

    offer: Annotated[str, OFFER]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        offered = record.credentials.offers.get(self.offer)
        return [ended(offered, "wrong_codes")] if offered else []


def ended(offered: WalletOffered, why: str) -> WalletOfferEnded:
    return WalletOfferEnded(proof=offered.proof, offer=offered.offer, why=why)
