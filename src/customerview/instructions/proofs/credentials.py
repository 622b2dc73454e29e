"""Issue a digital credential of a proof, cancel it, and withdraw what is no longer current."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .credential_facts import CredentialIssued, CredentialWithdrawn
from .issue_proof import line_shown
from .references import short_reference
from .share_codes import NO_SUCH_PROOF
from .wallet_facts import WalletOfferEnded

KINDS = {
    "sd_jwt": Words("SD-JWT VC, of which you can show parts", "SD-JWT VC, y gallwch ddangos rhannau ohono"),
    "vc_jwt": Words("W3C Verifiable Credential 2.0", "W3C Verifiable Credential 2.0"),
}
NOT_CURRENT = Words(
    "This proof is no longer current. Get it again first.",
    "Nid yw’r prawf hwn yn gyfredol mwyach. Ceisiwch ei gael eto yn gyntaf.",
)
PLACE = field(Words("The status list", "Y rhestr statws"), hidden=True, pattern=r"^\d{4}-\d{2}$")
INDEX = field(Words("The place in it", "Y lle ynddi"), hidden=True, ge=0)
NONE_WORKS = Words("No credential of this proof works now.", "Nid oes cymhwyster o’r prawf hwn yn gweithio nawr.")


class IssueCredential(Action, frozen=True, kw_only=True):
    """Get a proof as a digital credential. It ends by itself, and is withdrawn as soon as what it shows is no longer so."""

    about = asks(Words("Get a digital credential", "Cael cymhwyster digidol"), effect="gives", may=("customer", "representative"))

    proof: Annotated[str, field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)]
    kind_of: Annotated[str, field(Words("Which kind?", "Pa fath?"), kind="choice", choices=KINDS.items())]
    place: Annotated[str, PLACE]
    index: Annotated[int, INDEX]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = not_current(self.proof, record, asked)
        return wrong if wrong or self.kind_of in KINDS else [Problem("kind_of", NO_SUCH_PROOF)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [issued_of(self.proof, self.kind_of, self.place, self.index, record, asked)]


class CancelCredentials(Action, frozen=True, kw_only=True):
    """Every digital credential of a proof stops working, in a wallet app too, and no wallet can take it any more."""

    about = records(Words("Cancel digital credentials", "Canslo cymwysterau digidol"), may=("customer", "representative"), protects=True)

    proof: Annotated[str, field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        held = record.credentials
        return [] if held.working(self.proof, asked.today) or held.offered(self.proof, asked.at) else [Problem("proof", NONE_WORKS)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.credentials
        return [
            *(withdrawn(one, "cancelled") for one in held.working(self.proof, asked.today)),
            *(WalletOfferEnded(proof=one.proof, offer=one.offer, why="cancelled") for one in held.offered(self.proof, asked.at)),
        ]


class WithdrawCredentials(Action, frozen=True, kw_only=True):
    """Withdraw the digital credentials whose awards are no longer as they show them. A suspension alone changes nothing."""

    about = records(Words("Withdraw digital credentials", "Tynnu cymwysterau digidol yn ôl"), may=("job",))

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = [one for one in record.credentials.held.values() if one.expires >= asked.today]
        return [withdrawn(one, "no_longer_current") for one in held if not all(holds(line, one.parts, record, asked) for line in one.lines)]


def not_current(proof: str, record: Record, asked: Asked) -> list[Problem]:
    """What stands against a credential of this proof: that there is none, or that something it shows is no longer so."""
    if proof not in record.proofs.shown:
        return [Problem("proof", NO_SUCH_PROOF)]
    shown = record.proofs.shown[proof]
    return [] if all(holds(line, shown.parts, record, asked) for line in shown.lines) else [Problem("proof", NOT_CURRENT)]


def issued_of(proof: str, kind: str, place: str, index: int, record: Record, asked: Asked) -> CredentialIssued:
    """A credential of a proof as it is issued now: it ends when the first of its awards does, and by itself before long."""
    shown = record.proofs.shown[proof]
    ends = [record.awards.held[line.award].ends for line in shown.lines]
    last = asked.today + timedelta(days=asked.figure("credential_days"))
    return CredentialIssued(
        proof=proof, credential=short_reference(record, asked.at, "D"), kind_of=kind, place=place, index=index,
        expires=min([last, *(day for day in ends if day)]), lines=shown.lines, parts=shown.parts,
    )  # fmt: skip


def holds(line, parts: tuple[str, ...], record: Record, asked: Asked) -> bool:
    """Whether an award is in payment and as it was shown."""
    award = record.awards.held.get(line.award)
    return award is not None and award.in_payment(asked.today) and line_shown(award, parts, asked.today) == line


def withdrawn(one: CredentialIssued, why: str) -> CredentialWithdrawn:
    return CredentialWithdrawn(proof=one.proof, credential=one.credential, place=one.place, index=one.index, why=why)
