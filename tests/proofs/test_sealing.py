"""Sealed PDFs: still accessible and lasting, shown as valid by software that is not ours, and by none once a bit is changed."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
import shutil
import subprocess

import page
import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.correspondence import as_pdf
from customerview.proofs import authority, letter_of, rotate, sealed
from tests.proofs.test_proof import ISSUED


@pytest.fixture(scope="module", autouse=True)
def no_loop():
    """A browser of a test before leaves its loop running; pyHanko brings its own."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture(scope="module")
def letter() -> bytes:
    return sealed(as_pdf(letter_of(ISSUED, "Department of Example", "en")), "Seal of the Department of Example")


def parts(pdf: bytes) -> tuple[bytes, bytes]:
    """What the seal is over, and the CMS signature: read from the bytes, by no library."""
    a, b, c, d = map(int, re.search(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)", pdf).groups())
    signature = bytes.fromhex(pdf[b + 1 : c - 1].decode())
    length = 4 + int.from_bytes(signature[2:4])
    return pdf[a : a + b] + pdf[c : c + d], signature[:length]


def flipped(pdf: bytes, at: int) -> bytes:
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("format", ["standard", "large_print_24"])
def test_it_is_still_accessible_and_lasts(tmp_path, language, format):
    where = tmp_path / "letter.pdf"
    where.write_bytes(sealed(as_pdf(letter_of(ISSUED, "Department of Example", language), format)))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        found = page.validate_pdf(str(where), profile=profile)
        assert found.is_compliant, found


def test_pyhanko_trusts_it_for_the_whole_file_and_nothing_may_follow(letter):
    def status(pdf: bytes):
        root = x509.Certificate.load(pem.unarmor(authority().encode())[2])
        (found,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        return validate_pdf_signature(found, ValidationContext(trust_roots=[root]))

    said = status(letter)
    assert said.bottom_line
    assert said.coverage.name == "ENTIRE_FILE"
    assert said.docmdp_ok
    assert not status(flipped(letter, 2000)).intact


OTHERS = """
import * as pkijs from 'pkijs';
import * as asn1js from 'asn1js';
import { readFileSync } from 'node:fs';
pkijs.setEngine('node', new pkijs.CryptoEngine({ crypto: globalThis.crypto, name: 'node' }));
const [data, signature, root] = process.argv.slice(1).map((name) => readFileSync(name));
const info = pkijs.ContentInfo.fromBER(signature);
const signed = new pkijs.SignedData({ schema: info.content });
const der = Buffer.from(root.toString().replace(/-----[^-]+-----/g, ''), 'base64');
const trustedCerts = [pkijs.Certificate.fromBER(der)];
try {
  const said = await signed.verify({ signer: 0, data, trustedCerts, checkChain: true, extendedMode: true });
  console.log(JSON.stringify({ holds: said.signatureVerified, chain: said.signerCertificateVerified }));
} catch (error) {
  console.log(JSON.stringify({ holds: false, said: String(error.message ?? error) }));
}
"""


def pkijs_says(pdf: bytes, folder) -> dict:
    data, signature = parts(pdf)
    names = [folder / name for name in ("data", "signature", "root.pem")]
    for path, content in zip(names, (data, signature, authority().encode()), strict=True):
        path.write_bytes(content)
    done = subprocess.run(
        [node.binary(), "--input-type=module", "-e", OTHERS, *names], cwd=SOURCE, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_pkijs_verifies_it_and_refuses_a_changed_bit(letter, tmp_path):
    assert pkijs_says(letter, tmp_path) == {"holds": True, "chain": True}
    for at in (100, len(letter) // 2, len(letter) - 40):
        assert not pkijs_says(flipped(letter, at), tmp_path)["holds"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="this machine has no openssl; pkijs verified the same")
def test_openssl_verifies_it_and_refuses_a_changed_bit(letter, tmp_path):
    def says(pdf: bytes) -> int:
        data, signature = parts(pdf)
        for name, content in (("data", data), ("signature", signature), ("root.pem", authority().encode())):
            (tmp_path / name).write_bytes(content)
        command = [
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "signature",
            "-content",
            "data",
            "-CAfile",
            "root.pem",
            "-out",
            "out",
        ]
        return subprocess.run(command, cwd=tmp_path, capture_output=True).returncode

    assert says(letter) == 0
    for at in (100, len(letter) // 2, len(letter) - 40):
        assert says(flipped(letter, at)) != 0


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="this machine has no poppler, and neither PyPI nor npm has its pdfsig")
def test_pdfsig_shows_it_valid_and_refuses_a_changed_bit(letter, tmp_path):
    def says(pdf: bytes) -> str:
        (tmp_path / "letter.pdf").write_bytes(pdf)
        command = ["pdfsig", "letter.pdf"]
        home = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
        }  # no list of trusted authorities: it says whose seal it is, not that it trusts them
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=home).stdout

    said = says(letter)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "Digest Mismatch" in says(flipped(letter, len(letter) // 2))


def test_a_new_key_seals_with_a_certificate_of_its_own(letter, tmp_path):
    rotate("seal")
    later = sealed(as_pdf(letter_of(ISSUED, "D", "en")))
    assert pkijs_says(later, tmp_path) == pkijs_says(letter, tmp_path) == {"holds": True, "chain": True}
    assert parts(later)[1] != parts(letter)[1]
