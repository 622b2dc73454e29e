"""A proof of benefit that is to go by post or email. Every word of it was frozen when it was issued."""

from __future__ import annotations

from customerview.instructions.proofs.facts import ProofIssued
from customerview.proofs import letter_of

from .spec import Spec

SPEC = Spec(
    code="proof", title=lambda told: "", says=lambda told: [], after=(ProofIssued,),
    when=lambda fact, record: getattr(fact, "way", "") in ("post", "email"), about=lambda fact: fact.reference,
    whole=lambda told, sender: letter_of(told.fact, sender, told.lang),  # type: ignore[arg-type]
)  # fmt: skip
