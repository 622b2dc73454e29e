"""The QR of a proof: in the letter, read from a picture of it, holding what the purpose needs and never an address."""

from __future__ import annotations

import io

import cbor2
import cwt
import msgspec
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from pycose.keys import EC2Key
from pycose.messages import CoseMessage

from customerview.correspondence import as_pdf
from customerview.proofs import letter_of, published, scanned
from customerview.proofs.scanning import ALPHABET, BEGINS, CLAIMS, base45
from tests.proofs.test_proof import ISSUED


def unbase45(text: str) -> bytes:
    """Another way round than the maker's."""
    made = b""
    for at in range(0, len(text), 3):
        part = text[at : at + 3]
        made += sum(ALPHABET.index(c) * 45**n for n, c in enumerate(part)).to_bytes(len(part) - 1)
    return made


def key_of(kid: bytes) -> dict[str, str]:
    (key,) = [k for k in published("qr")["keys"] if k["kid"] == kid.decode()]
    return key


def read(text: str) -> dict:
    """What the code holds, its signature verified by the library cwt."""
    message = unbase45(text.removeprefix(BEGINS))
    protected = cbor2.loads(cbor2.loads(message).value[0])
    return cbor2.loads(cwt.COSE.new().decode(message, cwt.COSEKey.from_jwk(key_of(protected[4]))))


def picture_of(pdf: bytes, page: int) -> object:
    return pypdfium2.PdfDocument(io.BytesIO(pdf))[page].render(scale=200 / 72).to_pil().convert("L")


def codes_in(pdf: bytes) -> list[str]:
    pages = len(pypdfium2.PdfDocument(io.BytesIO(pdf)))
    return [found.text for n in range(pages) for found in zxingcpp.read_barcodes(picture_of(pdf, n))]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("format", ["standard", "large_print_24"])
def test_a_scan_of_the_letter_at_200_dots_an_inch_is_read(language, format):
    assert codes_in(as_pdf(letter_of(ISSUED, "Department of Example", language), format)) == [scanned(ISSUED)]


def test_it_is_read_a_little_turned():
    picture = picture_of(as_pdf(letter_of(ISSUED, "D")), 1).rotate(2, fillcolor=255)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [scanned(ISSUED)]


def test_it_holds_what_the_proof_shows_and_no_address():
    held = read(scanned(ISSUED))[CLAIMS]
    assert held == {
        1: "PABCD-EFGH", 2: "blue_badge", 3: "Siân Tŷ Morgan", 5: "456C",
        4: [["PIP", 57960, "four_weeks", [["daily_living", "enhanced"], ["mobility", "standard"]], 19055]],
    }  # fmt: skip
    message = unbase45(scanned(ISSUED).removeprefix(BEGINS))
    assert all(line.encode() not in message for line in ISSUED.address)
    least = read(scanned(msgspec.structs.replace(ISSUED, nino="", lines=(msgspec.structs.replace(ISSUED.lines[0], amount=0, frequency="", components=(), starts=None),))))  # fmt: skip
    assert least[CLAIMS] == {1: "PABCD-EFGH", 2: "blue_badge", 3: "Siân Tŷ Morgan", 4: [["PIP"]]}


def test_a_second_library_verifies_it_and_refuses_each_changed_bit():
    message = unbase45(scanned(ISSUED).removeprefix(BEGINS))

    def holds(changed: bytes) -> bool:
        try:
            found = CoseMessage.decode(changed)
            x, y = (cwt.utils.base64url_decode(key_of(found.phdr[next(h for h in found.phdr if h.fullname == "KID")])[c]) for c in "xy")
            found.key = EC2Key(crv="P_256", x=x, y=y)
            return found.verify_signature()
        except Exception:
            return False

    assert holds(message)
    for at in range(0, len(message), 7):
        assert not holds(message[:at] + bytes([message[at] ^ 1]) + message[at + 1 :])


@given(st.binary(max_size=60))
def test_base45_is_read_back(data):
    assert unbase45(base45(data)) == data


def test_base45_of_the_standard():
    assert [base45(t) for t in (b"AB", b"Hello!!", b"base-45", b"ietf!")] == ["BB8", "%69 VD92EX0", "UJCLQE7W581", "QED8WEX0"]
