"""What an organisation does with a proof that was sent to it: open it, say who looks after it, mark it dealt with.

All of it stands in the customer's own record, under the organisation's verified name.
"""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from .references import short_reference
from .sending import NOT_SHARED
from .sent_facts import SentProofAssigned, SentProofDealtWith, SentProofOpened
from .share_codes import answer

RECEIVES = ("organisation_reader", "checker")
WHICH = field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)


def _shared(sending: str, record: Record, asked: Asked) -> list[Problem]:
    held = record.proofs.sent.get(sending)
    return [] if held is not None and held.expires >= asked.today else [Problem("sending", NOT_SHARED)]


class OpenSentProof(Action, frozen=True, kw_only=True):
    """An organisation reads a proof you sent to it, and is told whether it is still current. You can see that it did."""

    about = records(Words("Open a proof", "Agor prawf"), may=RECEIVES)

    sending: Annotated[str, WHICH]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _shared(self.sending, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.proofs.sent[self.sending]
        return [
            SentProofOpened(
                proof=one.proof,
                sending=self.sending,
                reference=short_reference(record, asked.at, "C"),
                answer=answer(one, record, asked),
                name=one.name,
            )
        ]


class DealWithSentProof(Action, frozen=True, kw_only=True):
    """An organisation has done with a proof what you sent it for."""

    about = records(Words("Mark as dealt with", "Nodi fel wedi delio ag ef"), may=RECEIVES)

    sending: Annotated[str, WHICH]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _shared(self.sending, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.proofs.sent[self.sending]
        return [] if one.dealt_with else [SentProofDealtWith(proof=one.proof, sending=self.sending, name=one.name)]


class AssignSentProof(Action, frozen=True, kw_only=True):
    """Somebody at the organisation looks after a proof you sent to it."""

    about = records(Words("Say who looks after it", "Dweud pwy sy'n gofalu amdano"), may=("organisation_reader",))

    sending: Annotated[str, WHICH]
    staff: Annotated[str, field(Words("Who looks after it?", "Pwy sy'n gofalu amdano?"), hidden=True, max_length=20)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return _shared(self.sending, record, asked)

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.proofs.sent[self.sending]
        return [SentProofAssigned(proof=one.proof, sending=self.sending, staff=self.staff, name=one.name)]
