"""Make and cancel a share code, and check a proof by one."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .facts import ProofChecked, ProofCheckedByVerified, ShareCodeCancelled, ShareCodeMade
from .issue_proof import line_shown
from .references import short_reference
from .slices import Sent, Share

DIGEST = r"^[0-9a-f]{64}$"
NO_SUCH_PROOF = Words("Choose one of your latest proofs.", "Dewiswch un o'ch profion diweddaraf.")
NO_SUCH_CODE = Words("This code does not work any more.", "Nid yw'r cod hwn yn gweithio mwyach.")


class MakeShareCode(Action, frozen=True, kw_only=True):
    """Make a code with which an organisation can check your proof. Only the code's digest is kept."""

    about = asks(Words("Make a share code", "Gwneud cod rhannu"), effect="gives", may=("customer", "representative"))

    proof: Annotated[str, field(Words("Which proof?", "Pa brawf?"), hidden=True, max_length=20)]
    digest: Annotated[str, field(Words("The digest of the code", "Crynodeb y cod"), hidden=True, pattern=DIGEST)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.proof in record.proofs.issued else [Problem("proof", NO_SUCH_PROOF)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        expires = asked.today + timedelta(days=asked.figure("share_code_days"))
        return [ShareCodeMade(proof=self.proof, digest=self.digest, expires=expires)]


class CancelShareCode(Action, frozen=True, kw_only=True):
    """A share code stops working at once."""

    about = records(Words("Cancel a share code", "Canslo cod rhannu"), may=("customer", "representative"), protects=True)

    digest: Annotated[str, field(Words("The digest of the code", "Crynodeb y cod"), hidden=True, pattern=DIGEST)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.digest in record.proofs.shares else [Problem("digest", NO_SUCH_CODE)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ShareCodeCancelled(proof=record.proofs.shares[self.digest].proof, digest=self.digest)]


class CheckProof(Action, frozen=True, kw_only=True):
    """Somebody with the share code and your date of birth asks whether a proof is still current. You can see that they did."""

    about = records(Words("Check a proof", "Gwirio prawf"), may=("job",))

    digest: Annotated[str, field(Words("The digest of the code", "Crynodeb y cod"), hidden=True, pattern=DIGEST)]
    organisation: Annotated[str, field(Words("Your organisation", "Eich sefydliad"), min_length=1, max_length=100)]
    purpose: Annotated[str, field(Words("Why do you need to check?", "Pam mae angen i chi wirio?"), min_length=1, max_length=100)]
    verified: Annotated[str, field(Words("The organisation we verified", "Y sefydliad a ddilyswyd gennym"), hidden=True, max_length=40)] = (
        ""
    )
    """The id of the organisation, when it is one that we verified and that proved itself; then its name is its verified one."""

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        share = record.proofs.shares.get(self.digest)
        said = {
            "proof": share.proof if share else "", "digest": self.digest, "reference": short_reference(record, asked.at, "C"),
            "answer": answer(share, record, asked), "organisation": self.organisation, "purpose": self.purpose,
        }  # fmt: skip
        return [ProofCheckedByVerified(**said, verified=self.verified) if self.verified else ProofChecked(**said)]


def answer(share: Share | Sent | None, record: Record, asked: Asked) -> str:
    """Is all that the proof shows of awards still so? Nothing is said of what changed. A suspension alone changes nothing."""
    if share is None or share.expires < asked.today:
        return "not_confirmed"
    silent = timedelta(hours=asked.figure("share_code_source_silent_hours"))
    held = [(line, record.awards.held.get(line.award)) for line in share.lines]
    if any(award is None or not award.in_payment(asked.today) for _, award in held):
        return "no_longer_current"
    if any((asked.ages.get(award.line) or asked.at - award.heard) > silent for _, award in held if award):
        return "cannot_check_now"
    same = all(award is not None and line_shown(award, share.parts, asked.today) == line for line, award in held)
    return "current" if same else "no_longer_current"
