"""The facts of proofs sent straight to an organisation that we verified: sent, opened, dealt with, withdrawn."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact


@fact(706,
      customer=Words("You sent your proof {proof} to {name}. They can open it until the end of {expires:date}.",
                     "Anfonoch eich prawf {proof} at {name}. Gallant ei agor tan ddiwedd {expires:date}."),
      line="Proof {proof} was sent to {name}.", lines="A proof was sent to an organisation.")  # fmt: skip
class ProofSent(Fact):
    """A proof was put into the inbox of a verified organisation. `sending` is what this one sending is known by, on both sides."""

    proof: str
    sending: str
    organisation: str
    name: str
    expires: date


@fact(707,
      customer=Words("You stopped sharing your proof {proof} with {name}.", "Rydych wedi rhoi'r gorau i rannu eich prawf {proof} gyda {name}."),
      line="Proof {proof} is no longer shared with {name}.", lines="A proof is no longer shared with an organisation.")  # fmt: skip
class SendingWithdrawn(Fact):
    """The customer took it back: the organisation sees that it is no longer shared, and nothing of it."""

    proof: str
    sending: str
    name: str


@fact(820,
      customer=Words("{name} opened your proof {proof}. Our answer: {answer:proof_answer}.", "Agorodd {name} eich prawf {proof}. Ein hateb: {answer:proof_answer}."),
      line="{name} opened proof {proof}.", lines="An organisation opened a proof that it was sent.")  # fmt: skip
class SentProofOpened(Fact):
    """Somebody at the organisation, or its own system, read the proof, and was told whether it is still current."""

    proof: str
    sending: str
    reference: str
    answer: str
    name: str


@fact(821,
      customer=Words("{name} has dealt with your proof {proof}.", "Mae {name} wedi delio â'ch prawf {proof}."),
      line="{name} has dealt with proof {proof}.", lines="An organisation has dealt with a proof that it was sent.")  # fmt: skip
class SentProofDealtWith(Fact):
    """The organisation has done with it what it was sent for, as it says."""

    proof: str
    sending: str
    name: str


@fact(822, line="{name} gave proof {proof} to one of its staff.")
class SentProofAssigned(Fact):
    """One of the organisation's staff looks after it, by their code there; nobody, when it is empty."""

    proof: str
    sending: str
    staff: str
    name: str
