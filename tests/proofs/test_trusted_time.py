"""A seal with a trusted time: an authority in a process of its own gives it, and software that is not ours reads it. PAdES B-T."""

from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import page
import pytest
from asn1crypto import cms, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from customerview.config import processes
from customerview.config.home import SOURCE
from customerview.config.supervisor import ask
from customerview.correspondence import as_pdf
from customerview.proofs import authority, letter_of, sealed
from tests.processes import free_port, until
from tests.proofs.test_proof import ISSUED
from tests.proofs.test_sealing import no_loop, parts, pkijs_says  # noqa: F401


@pytest.fixture(scope="module")
def time_authority(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("time"), free_port()
    process = processes.start([sys.executable, "-m", "tests.proofs.tsa", port, folder], cwd=SOURCE, stderr=subprocess.DEVNULL)
    try:
        assert until(lambda: ask(f"http://127.0.0.1:{port}") == "", patience=30)
        yield f"http://127.0.0.1:{port}", folder / "time.pem"
    finally:
        processes.stop(process)


@pytest.fixture
def letter(time_authority, monkeypatch) -> bytes:
    monkeypatch.setenv("CUSTOMERVIEW_TIMESTAMP_URL", time_authority[0])
    return sealed(as_pdf(letter_of(ISSUED, "Department of Example", "en")))


def certificate(text: str) -> x509.Certificate:
    return x509.Certificate.load(pem.unarmor(text.encode())[2])


def test_pyhanko_trusts_the_time_and_the_file_is_as_accessible_and_lasting_as_before(letter, time_authority, tmp_path):
    ours, theirs = certificate(authority()), certificate(time_authority[1].read_text())
    (found,) = PdfFileReader(io.BytesIO(letter)).embedded_signatures
    said = validate_pdf_signature(found, ValidationContext(trust_roots=[ours]), ValidationContext(trust_roots=[theirs]))
    assert said.bottom_line
    assert said.timestamp_validity.valid and said.timestamp_validity.trusted
    assert abs(said.timestamp_validity.timestamp - datetime.now(UTC)) < timedelta(minutes=1)
    unknown = validate_pdf_signature(found, ValidationContext(trust_roots=[ours]), ValidationContext(trust_roots=[ours]))
    assert not unknown.timestamp_validity.trusted
    where = tmp_path / "letter.pdf"
    where.write_bytes(letter)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf(str(where), profile=profile).is_compliant
    assert pkijs_says(letter, tmp_path) == {"holds": True, "chain": True}


@pytest.mark.skipif(shutil.which("openssl") is None, reason="this machine has no openssl; pyHanko read the same time")
def test_openssl_verifies_the_time_over_the_signature_and_over_no_other(letter, time_authority, tmp_path):
    info = cms.ContentInfo.load(parts(letter)[1])["content"]["signer_infos"][0]
    (token,) = [a["values"][0] for a in info["unsigned_attrs"] if a["type"].native == "signature_time_stamp_token"]
    (tmp_path / "token").write_bytes(token.dump())
    command = ["openssl", "ts", "-verify", "-token_in", "-in", "token", "-data", "signature", "-CAfile", time_authority[1]]
    for signature, holds in ((info["signature"].native, True), (b"another", False)):
        (tmp_path / "signature").write_bytes(signature)
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert ("Verification: OK" in done.stdout + done.stderr) is holds, done.stderr


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="this machine has no poppler, and neither PyPI nor npm has its pdfsig")
def test_pdfsig_shows_it_valid(letter, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(letter)
    said = subprocess.run(
        ["pdfsig", "letter.pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert "Signature is Valid" in said.stdout
    assert re.search(r"Total document signed", said.stdout)


def test_an_authority_that_does_not_answer_holds_no_letter_up(monkeypatch, caplog):
    monkeypatch.setenv("CUSTOMERVIEW_TIMESTAMP_URL", f"http://127.0.0.1:{free_port()}")
    with caplog.at_level(logging.WARNING):
        letter = sealed(as_pdf(letter_of(ISSUED, "Department of Example", "en")))
    assert "no trusted time" in caplog.text
    (found,) = PdfFileReader(io.BytesIO(letter)).embedded_signatures
    said = validate_pdf_signature(found, ValidationContext(trust_roots=[certificate(authority())]))
    assert said.bottom_line and said.timestamp_validity is None
