"""What a checker is answered, from the record as it is at that moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardEnded, AwardReported
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.instructions.proofs.facts import ProofChecked
from customerview.instructions.proofs.issue_proof import IssueProof
from customerview.instructions.proofs.share_codes import CancelShareCode, CheckProof, MakeShareCode
from customerview.instructions.stopping_payments.report_suspension import ReportSuspension
from customerview.kernel import Actor, Recorded, job
from customerview.ledger import MemoryLedger
from customerview.perform import NotAllowed, perform

AT, RHIAN, CODE = datetime(2026, 11, 24, 10, tzinfo=UTC), UUID(int=4), "ab" * 32
SHE = Actor(kind="customer", id=str(RHIAN), roles=frozenset({"customer"}), acting_for=RHIAN)
PIP = Actor(kind="client", id="pip.system", roles=frozenset({"line_system"}), line="PIP")


class Shared:
    """A record with a proof shared by a code, and what happens to it."""

    def __init__(self) -> None:
        self.ledger = MemoryLedger(catalogue(), at=AT)
        self.ledger.streams[RHIAN] = []
        self.happens(CustomerRegistered(source="PIP", given="Rhian", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C"))
        self.happens(AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=57960, frequency="four_weeks", starts=date(2022, 3, 4)))
        proof = self.do(IssueProof(awards=("PIP-1",), purpose="bank"))
        self.do(MakeShareCode(proof=proof.reference, digest=CODE))

    def happens(self, fact) -> None:
        facts = self.ledger.streams[RHIAN]
        facts.append(Recorded(stream=RHIAN, number=len(facts) + 1, fact=fact, by="job:story", at=AT, effective=AT.date()))

    def do(self, action, by: Actor = SHE):
        return perform(action, on=RHIAN, by=by, ledger=self.ledger, catalogue=catalogue()).facts[0].fact

    def answer(self, digest: str = CODE) -> str:
        said = self.do(CheckProof(digest=digest, organisation="Anytown Council", purpose="x"), job("proof_check"))
        assert isinstance(said, ProofChecked)
        return said.answer


@pytest.fixture
def shared() -> Shared:
    return Shared()


def test_what_is_still_so_is_current(shared):
    assert shared.answer() == "current"


def test_a_suspension_alone_stays_current(shared):
    shared.do(ReportSuspension(award="PIP-1", ground="entitlement", since=AT.date()), PIP)
    assert shared.answer() == "current"


def test_an_award_that_ended_is_no_longer_current(shared):
    shared.happens(AwardEnded(award="PIP-1", benefit="PIP", line="PIP", ended=AT.date() - timedelta(days=1)))
    assert shared.answer() == "no_longer_current"


def test_a_source_not_heard_from_cannot_be_checked_now(shared):
    shared.ledger.at = AT + timedelta(days=2)
    assert shared.answer() == "cannot_check_now"


def test_a_code_that_was_cancelled_or_has_ended_or_never_was_confirms_nothing(shared):
    assert shared.answer("cd" * 32) == "not_confirmed"
    shared.do(CancelShareCode(digest=CODE))
    assert shared.answer() == "not_confirmed"
    ended = Shared()
    ended.ledger.at = AT + timedelta(days=31)
    assert ended.answer() == "not_confirmed"


def test_nobody_but_the_named_job_writes_a_check(shared):
    with pytest.raises(NotAllowed):
        shared.do(CheckProof(digest=CODE, organisation="x", purpose="x"))
