"""To whom a proof was sent straight, and what happened with it there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from customerview.instructions.proofs.sent_facts import ProofSent, SendingWithdrawn, SentProofDealtWith, SentProofOpened
from customerview.organisations import find_one
from customerview.portals.layout import current

from .own import Own

TOLD = [kind.kind.code for kind in (ProofSent, SentProofOpened, SentProofDealtWith, SendingWithdrawn)]


def sent_of(own: Own, reference: str) -> dict[str, Any]:
    """To whom a proof was sent and can still be opened, and all that happened with that."""
    working = own.record.proofs.sent_of(reference, own.today)
    happened = [
        {"at": f.at, "said": f.say("customer", current())}
        for f in own.view.timeline(own.stream, kinds=TOLD, limit=100) if getattr(f.fact, "proof", "") == reference
    ]  # fmt: skip
    return {
        "sent": [
            {"sending": code, "name": one.name, "expires": one.expires, "opened": one.opened, "gets": find_one(own.view, UUID(one.organisation)) is not None}
            for code, one in working.items()
        ],
        "sent_happened": happened, "can_send": reference in own.record.proofs.issued,
    }  # fmt: skip
