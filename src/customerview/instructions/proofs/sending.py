"""Send a proof straight to an organisation that we verified, and take it back."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .references import ALPHABET
from .sent_facts import ProofSent, SendingWithdrawn

ORGANISATION = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""The id of an organisation's stream."""
CHOOSE = Words("Choose an organisation from the list", "Dewiswch sefydliad o'r rhestr")
OLD = Words("This proof is an old one. Get it again first.", "Mae'r prawf hwn yn hen. Ceisiwch ei gael eto yn gyntaf.")
SENT_ALREADY = Words(
    "You have sent this proof to them already, and they can still open it.",
    "Rydych eisoes wedi anfon y prawf hwn atynt, a gallant ei agor o hyd.",
)
NOT_COVERED = Words(
    "You can only send proofs of benefits that you act for.",
    "Dim ond profion o fudd-daliadau rydych yn gweithredu drostynt y gallwch eu hanfon.",
)
NOT_THERE = Words("This organisation cannot be sent proofs any more. Choose another, or have a share code.",
                  "Ni ellir anfon profion at y sefydliad hwn mwyach. Dewiswch un arall, neu ceisiwch god rhannu.")  # fmt: skip
NOT_SHARED = Words("This proof is no longer shared.", "Nid yw'r prawf hwn yn cael ei rannu mwyach.")


class SendProof(Action, frozen=True, kw_only=True):
    """Send a proof straight to an organisation that has signed up and that we verified. You see when they open it, and can take it back."""

    about = asks(Words("Send a proof to an organisation", "Anfon prawf at sefydliad"), effect="gives", may=("customer", "representative"))

    proof: Annotated[str, field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)]
    organisation: Annotated[str, field(Words("The organisation", "Y sefydliad"), hidden=True, pattern=f"^{ORGANISATION}$")]
    name: Annotated[str, field(Words("Which organisation?", "Pa sefydliad?"), max_length=100, missing=CHOOSE)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.proof not in record.proofs.shown:
            return [Problem("proof", OLD)]
        lines = record.proofs.shown[self.proof].lines
        if asked.by.kind == "representative" and any(
            record.authority.why_not(asked.by.holder, asked.today, record.awards.line_of(line.award)) is not None for line in lines
        ):
            return [Problem("proof", NOT_COVERED)]
        if any(one.organisation == self.organisation for one in record.proofs.sent_of(self.proof, asked.today).values()):
            return [Problem("name", SENT_ALREADY)]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [sent(self.proof, self.organisation, self.name, record, asked)]


class WithdrawSending(Action, frozen=True, kw_only=True):
    """Take a proof back from an organisation: from this moment it can open it no more."""

    about = records(
        Words("Stop sharing a proof with an organisation", "Rhoi'r gorau i rannu prawf gyda sefydliad"),
        may=("customer", "representative"),
        protects=True,
    )

    sending: Annotated[str, field(Words("Which sending?", "Pa anfoniad?"), hidden=True, max_length=20)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.sending in record.proofs.sent else [Problem("sending", NOT_SHARED)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.proofs.sent[self.sending]
        return [SendingWithdrawn(proof=one.proof, sending=self.sending, name=one.name)]


def sent(proof: str, organisation: str, name: str, record: Record, asked: Asked) -> ProofSent:
    """The fact of sending one proof. What it is known by is long enough for an inbox of millions, and tells nothing."""
    mixed = int.from_bytes(sha256(f"{record.stream}:{proof}:{organisation}:{asked.at.isoformat()}".encode()).digest()[:8])
    letters = "".join(ALPHABET[(mixed >> shift) & 31] for shift in range(0, 60, 5))
    return ProofSent(
        proof=proof, sending=f"S{letters[:4]}-{letters[4:8]}-{letters[8:]}", organisation=organisation, name=name,
        expires=asked.today + timedelta(days=asked.figure("sent_proof_days")),
    )  # fmt: skip
