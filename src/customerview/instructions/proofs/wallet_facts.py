"""The facts of proofs in wallet apps: one was offered, a wallet took it, an offer ended without that."""

from __future__ import annotations

from datetime import datetime

from customerview.kernel import Fact, Words, fact, speak_as

from .credential_facts import CredentialIssued

ENDINGS = {
    "cancelled": Words("you cancelled it", "rydych wedi ei ganslo"),
    "replaced": Words("you made a new one", "gwnaethoch un newydd"),
    "wrong_codes": Words("somebody gave the wrong number too often", "rhoddodd rhywun y rhif anghywir yn rhy aml"),
}
speak_as("wallet_ending", lambda code, lang: ENDINGS[str(code)].say(lang) if str(code) in ENDINGS else str(code))


@fact(714,
      customer=Words("You offered your proof {proof} to a wallet app. The offer ends at {expires:time}.",
                     "Gwnaethoch gynnig eich prawf {proof} i ap waled. Daw’r cynnig i ben am {expires:time}."),
      line="Proof {proof} was offered to a wallet app.", lines="A proof was offered to a wallet app.")  # fmt: skip
class WalletOffered(Fact):
    """A proof was offered to a wallet app. `offer` is a digest of the offer's code, `opens` one of the code with the number that the
    customer was shown; both with a secret, so that neither code nor number can be found from them."""

    proof: str
    offer: str
    opens: str
    expires: datetime


@fact(715,
      customer=Words("A wallet app took your proof {proof}, as digital credential {credential}. It works until the end of {expires:date}.",
                     "Cymerodd ap waled eich prawf {proof}, fel cymhwyster digidol {credential}. Mae’n gweithio tan ddiwedd {expires:date}."),
      line="A wallet app took proof {proof}.", lines="A wallet app took a proof.")  # fmt: skip
class WalletTookProof(CredentialIssued):
    """A credential was issued to a wallet that proved that it holds a key; the credential is bound to that key."""

    offer: str


@fact(716,
      customer=Words("The offer of your proof {proof} to a wallet app ended: {why:wallet_ending}.",
                     "Daeth y cynnig o’ch prawf {proof} i ap waled i ben: {why:wallet_ending}."),
      line="An offer of proof {proof} to a wallet app ended.", lines="An offer of a proof to a wallet app ended.")  # fmt: skip
class WalletOfferEnded(Fact):
    """An offer ended before a wallet took the proof."""

    proof: str
    offer: str
    why: str
