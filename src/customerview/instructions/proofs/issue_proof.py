"""Issue a proof of benefit."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field

from ..awards_and_payments.slices import Award
from ..directory import BENEFITS
from .facts import PURPOSES, Line, ProofIssued, Purpose

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def provable(record: Record) -> Sequence[Choice]:
    """The awards that are in payment: what can be proved today. Universal Credit is proved in its own account."""
    return [
        Choice(a.award, BENEFITS[a.benefit]) for a in record.awards.held.values() if a.ends is None and a.benefit in BENEFITS and a.benefit != "UC"
    ]


class IssueProof(Action, frozen=True, kw_only=True):
    """Get a letter that proves you get a benefit. It shows only what the purpose needs."""

    about = asks(Words("Prove you get a benefit", "Profi eich bod yn cael budd-dal"), effect="gives",
                 may=("customer", "representative", "agent", "case_manager", "decision_maker", "team_leader"))  # fmt: skip

    awards: Annotated[
        tuple[str, ...],
        field(Words("Which benefits do you want to prove?", "Pa fudd-daliadau ydych chi am eu profi?"), kind="choices", choices=provable,
              hint=Words("Select all that apply.", "Dewiswch bob un sy'n berthnasol."), min_length=1,
              missing=Words("Select at least one benefit", "Dewiswch o leiaf un budd-dal")),
    ]  # fmt: skip
    purpose: Annotated[
        str,
        field(Words("What is it for?", "Ar gyfer beth mae'r prawf?"), kind="choice", choices=[(c, p.words) for c, p in PURPOSES.items()],
              hint=Words("We show only what this needs.", "Byddwn yn dangos dim ond yr hyn sydd ei angen ar gyfer hyn."),
              missing=Words("Select what the proof is for", "Dewiswch beth yw pwrpas y prawf")),
    ]  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        can = {c.value for c in provable(record)}
        wrong = []
        if not self.awards or not set(self.awards) <= can:
            wrong.append(Problem("awards", Words("Select benefits that you get now", "Dewiswch fudd-daliadau rydych yn eu cael nawr")))
        if self.purpose not in PURPOSES:
            wrong.append(Problem("purpose", Words("Select what the proof is for", "Dewiswch beth yw pwrpas y prawf")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [proof_of(record, asked, self.awards, self.purpose)]


def proof_of(record: Record, asked: Asked, awards: tuple[str, ...], purpose: str) -> ProofIssued:
    """All that a proof for this purpose shows today. No address that is marked unsafe ever stands on one."""
    needed = PURPOSES[purpose]
    person = record.person
    address = person.letters_go_to if needed.address else None
    return ProofIssued(
        reference=short_reference(record, asked), purpose=purpose, issued=asked.today, language=person.language, format=person.format,
        lines=tuple(line_shown(record.awards.held[a], needed, asked) for a in awards), name=str(person.name or ""),
        address=(*address.lines, address.postcode) if address else (),
        nino=person.nino[-4:] if needed.nino else "",
    )  # fmt: skip


def line_shown(award: Award, needed: Purpose, asked: Asked) -> Line:
    """What a proof for this purpose shows of an award today."""
    now = award.at(asked.today)
    return Line(
        award=award.award, benefit=award.benefit, amount=now.amount if needed.amounts else 0,
        frequency=now.frequency if needed.amounts else "", components=now.components if needed.components else (),
        starts=award.starts if needed.dates else None, ends=award.ends if needed.dates else None,
    )  # fmt: skip


def short_reference(record: Record, asked: Asked, first: str = "P") -> str:
    """Short enough to say on the phone, telling nothing: from the stream and the number it will have."""
    seed = f"{record.stream}:{record.number}:{asked.at.isoformat()}"
    mixed = int.from_bytes(sha256(seed.encode()).digest()[:8])
    letters = "".join(ALPHABET[(mixed >> shift) & 31] for shift in range(0, 40, 5))
    return f"{first}{letters[:4]}-{letters[4:]}"
