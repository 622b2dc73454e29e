"""A proof of benefit: what the purpose needs and no more, frozen, readable by everybody, in both languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import msgspec
import page
import pikepdf
import pytest

from customerview.correspondence import Table, as_pdf
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import Component
from customerview.instructions.personal_details.facts import AddressChanged, AddressSafetySaid, ProtectedAddressRecorded
from customerview.instructions.personal_details.formats import PRINTED
from customerview.instructions.proofs.facts import PARTS, PURPOSES, Line, ProofIssued
from customerview.instructions.proofs.issue_proof import safely
from customerview.kernel import Recorded
from customerview.proofs import letter_of

PIP = Line(
    award="PIP-1", benefit="PIP", amount=57960, frequency="four_weeks", starts=date(2022, 3, 4),
    components=(Component(code="daily_living", level="enhanced", pence=11460), Component(code="mobility", level="standard", pence=3030)),
)  # fmt: skip
ISSUED = ProofIssued(
    reference="PABCD-EFGH", purpose="blue_badge", issued=date(2026, 11, 24), language="cy", format="standard", lines=(PIP,),
    name="Siân Tŷ Morgan", address=("1 Heol y Tŷ", "Yr Wyddgrug", "QA1 1AA"), nino="456C",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("format", PRINTED)
def test_every_print_size_in_both_languages_is_accessible_and_lasts(tmp_path, language, format):
    made = as_pdf(letter_of(ISSUED, "Department of Example", language), format)
    where = tmp_path / "letter.pdf"
    where.write_bytes(made)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        found = page.validate_pdf(str(where), profile=profile)
        assert found.is_compliant, found
    with pikepdf.open(where) as pdf:
        assert str(pdf.Root.Lang) == language


def test_the_same_proof_gives_the_same_bytes():
    assert as_pdf(letter_of(ISSUED, "D")) == as_pdf(letter_of(ISSUED, "D"))


def test_a_column_nobody_fills_is_not_shown():
    plain = msgspec.structs.replace(ISSUED, lines=(Line(award="PIP-1", benefit="PIP"),))
    (table,) = [b for b in letter_of(plain, "D", "en").blocks if isinstance(b, Table)]
    assert table.head == ("Benefit",)


def test_welsh_is_welsh():
    said = str(letter_of(ISSUED, "D", "cy"))
    assert "Taliad Annibyniaeth Personol" in said
    assert "24 Tachwedd 2026" in said
    assert "Daily living" not in said


# Issued through perform: what stands on it comes from the record.

AT = datetime(2026, 11, 24, 10, tzinfo=timezone(timedelta(0)))


@pytest.fixture
def issue():
    from uuid import UUID

    from customerview.instructions import catalogue
    from customerview.instructions.awards_and_payments.facts import AwardReported
    from customerview.instructions.personal_details.facts import AddressChanged, AddressSafetySaid, CustomerRegistered
    from customerview.instructions.proofs.issue_proof import IssueProof
    from customerview.kernel import Actor, Recorded
    from customerview.ledger import MemoryLedger
    from customerview.perform import perform

    stream = UUID(int=4)

    def issued(purpose: str, *, safe: bool = True, awards=("PIP-1",), ends=None, **more) -> ProofIssued:
        ledger = MemoryLedger(catalogue(), at=AT)
        facts = [
            CustomerRegistered(source="PIP", given="Rhian", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C"),
            AddressChanged(role="home", lines=("2 Safe Street",), postcode="QA1 1AA"),
            AddressSafetySaid(role="home", safe=safe),
            AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=57960, frequency="four_weeks", starts=date(2022, 3, 4),
                          components=PIP.components, ends=ends),
        ]  # fmt: skip
        ledger.streams[stream] = [
            Recorded(stream=stream, number=n, fact=f, by="job:story", at=AT - timedelta(days=9), effective=date(2026, 11, 1))
            for n, f in enumerate(facts, start=1)
        ]
        by = Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)
        done = perform(IssueProof(awards=awards, purpose=purpose, **more), on=stream, by=by, ledger=ledger, catalogue=catalogue())
        return done.facts[0].fact

    return issued


@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_shows_what_the_purpose_needs_and_nothing_else(issue, purpose):
    needed, proof = PURPOSES[purpose].shown(), issue(purpose)
    (line,) = proof.lines
    assert bool(line.amount) == ("amounts" in needed)
    assert bool(line.components) == ("components" in needed)
    assert bool(line.starts) == ("dates" in needed)
    assert bool(proof.address) == ("address" in needed)
    assert bool(proof.nino) == ("nino" in needed)
    assert "QQ12" not in proof.nino


def test_an_address_marked_unsafe_stands_on_no_proof(issue):
    assert issue("council_tax", safe=True).address
    assert issue("council_tax", safe=False).address == ()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_can_show_less_and_never_more(issue, purpose):
    most = set(issue(purpose).shows)
    for part in PARTS:
        assert set(issue(purpose, leave_out=(part,)).shows) == most - {part}
    assert issue(purpose, leave_out=tuple(PARTS)).shows == ()
    asked_for = set(issue(purpose, show=("amounts", "nino")).shows)
    assert asked_for == ({"amounts", "nino"} if purpose == "other" else most)


def test_an_address_found_unsafe_later_is_shown_no_more(issue):
    proof = issue("council_tax")
    for role, told in (("home", [AddressChanged(role="home", lines=proof.address[:-1], postcode=proof.address[-1]), AddressSafetySaid(role="home", safe=False)]),
                       ("home", [ProtectedAddressRecorded(lines=proof.address[:-1], postcode=proof.address[-1])])):  # fmt: skip
        record = catalogue().fold.of(
            UUID(int=4),
            [Recorded(stream=UUID(int=4), number=n, fact=f, by="job:story", at=AT, effective=AT.date()) for n, f in enumerate(told, 1)],
        )
        assert safely(proof, record).address == (), role
    assert safely(proof, catalogue().fold.empty(UUID(int=4))).address == proof.address


def test_a_benefit_with_an_end_to_come_can_be_proved(issue):
    assert issue("bank", ends=date(2027, 5, 1)).lines[0].ends == date(2027, 5, 1)


def test_only_a_benefit_in_payment_can_be_proved(issue):
    from customerview.perform import Invalid

    with pytest.raises(Invalid):
        issue("bank", awards=("ESA-1",))
