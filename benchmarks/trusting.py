"""Making what others rely on, and verifying it, so many a second: each beside one bare ES256 signature or check by the same key, in turns."""

from __future__ import annotations

import base64
import io
import os
import secrets
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2
from asn1crypto import pem, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from joserfc import jws, jwt
from joserfc.jwk import ECKey
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from benchmarks import checking
from benchmarks.house import House
from benchmarks.timing import Measure, rate
from customerview.correspondence import as_pdf
from customerview.instructions.proofs.credential_facts import CredentialIssued
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.proofs import authority, credential, letter_of, ring, scanned, sealed, status_list
from customerview.proofs.key import public_key
from customerview.proofs.local_keys import held
from customerview.proofs.scanning import ALPHABET, BEGINS
from customerview.proofs.tokens import base64url, packed

MESSAGE = b"a message of the size of a digest.."
NOW = datetime.now(UTC)
LINE = Line(award="PIP-1", benefit="PIP", amount=57960, frequency="four_weeks", starts=date(2022, 3, 4))
PROOF = ProofIssued(
    reference="PABCD-EFGH", purpose="council_tax", issued=NOW.date(), language="en", format="standard", lines=(LINE,), name="Rhian Morgan"
)  # fmt: skip
MADE = {
    kind: CredentialIssued(
        proof=PROOF.reference, credential="D2345-6789", kind_of=kind, place=f"{NOW:%Y-%m}", index=42, expires=NOW.date() + timedelta(days=80),
        lines=(LINE,), parts=(),
    )
    for kind in ("sd_jwt", "vc_jwt")
}  # fmt: skip
SIGNED, CHECKED = "one bare ES256 signature", "one bare ES256 check"


SHARED_CODES = 1000


def proofs(house: House) -> list[Measure]:
    """Codes, credentials and seals, made by keys at hand and by the process that holds them; each verified; lists and share codes checked."""
    bare, check = _bare()
    pdf, text = as_pdf(letter_of(PROOF, "Department of Example")), credential(PROOF, MADE["sd_jwt"], NOW)
    made = [
        _a_second("Sign the code of a proof", lambda: scanned(PROOF), SIGNED, bare),
        _a_second("Issue an SD-JWT credential", lambda: credential(PROOF, MADE["sd_jwt"], NOW), SIGNED, bare),
        _a_second("Issue a W3C credential", lambda: credential(PROOF, MADE["vc_jwt"], NOW), SIGNED, bare),
        _a_second("Seal a PDF", lambda: sealed(pdf), SIGNED, bare, turns=30),
    ]
    with _signing_process():
        made += [
            _a_second("Sign the code of a proof, by the signing process", lambda: scanned(PROOF), SIGNED, bare),
            _a_second("Issue an SD-JWT credential, by the signing process", lambda: credential(PROOF, MADE["sd_jwt"], NOW), SIGNED, bare),
        ]
    verified = [
        _a_second("Verify the code of a proof (cbor2)", _read_code(), CHECKED, check),
        _a_second("Verify an SD-JWT credential (joserfc)", _read(text.partition("~")[0]), CHECKED, check),
        _a_second("Verify an SD-JWT credential shown by a wallet, its key binding too (joserfc)", _shown(), CHECKED, check),
        _a_second("Verify a W3C credential (joserfc)", _read(credential(PROOF, MADE["vc_jwt"], NOW)), CHECKED, check),
        _a_second("Verify a sealed PDF (pyHanko)", _read_seal(sealed(pdf)), CHECKED, check, turns=20),
        _a_second("Verify and unpack a status list of a million places (joserfc)", _read_list(), CHECKED, check, turns=100),
        _a_second(
            "Look up a place in a status list that is at hand",
            _look_up(),
            "one bare look at a byte",
            lambda: MESSAGE[7],
            turns=20_000,
        ),
    ]
    return made + verified + checking.checks(house, [SHARED_CODES])


def _a_second(name: str, once: Callable[[], Any], floor_name: str, floor: Callable[[], Any], *, turns: int = 500) -> Measure:
    def times(run: Callable[[], Any]) -> Callable[[], int]:
        def several() -> int:
            for _ in range(turns):
                run()
            return turns

        return several

    once()
    return rate(name, "a second", times(once), floor_name, times(floor), times=5)


def _bare() -> tuple[Callable[[], Any], Callable[[], Any]]:
    """The least that signing and checking can cost: the library's own functions, with a key at hand."""
    private, way, public = (
        ECKey.import_key(held("credential")[0].jwk).private_key,
        ECDSA(hashes.SHA256()),
        public_key(ring("credential")[0]),
    )
    der = private.sign(MESSAGE, way)
    return lambda: private.sign(MESSAGE, way), lambda: public.verify(der, MESSAGE, way)


@contextmanager
def _signing_process() -> Iterator[None]:
    """The same keys, behind the socket of a process that is started for this."""
    with tempfile.TemporaryDirectory(prefix="cv-s-") as folder:
        socket = str(Path(folder) / "socket")
        environment = os.environ | {"CUSTOMERVIEW_SIGNER": socket}
        process = subprocess.Popen([Path(sys.executable).with_name("customerview"), "serve", "signer"], env=environment)
        try:
            while not Path(socket).exists():
                time.sleep(0.05)
            os.environ["CUSTOMERVIEW_SIGNER"] = socket
            yield
        finally:
            os.environ.pop("CUSTOMERVIEW_SIGNER", None)
            process.terminate()
            process.wait()


def _read_code() -> Callable[[], Any]:
    text = scanned(PROOF).removeprefix(BEGINS)
    parts = [text[at : at + 3] for at in range(0, len(text), 3)]
    message = b"".join(sum(ALPHABET.index(c) * 45**n for n, c in enumerate(part)).to_bytes(len(part) - 1) for part in parts)
    public = public_key(ring("qr")[0])

    def read() -> None:
        head, _, body, signed = cbor2.loads(message).value
        der = encode_dss_signature(int.from_bytes(signed[:32]), int.from_bytes(signed[32:]))
        public.verify(der, cbor2.dumps(["Signature1", head, b"", body]), ECDSA(hashes.SHA256()))
        cbor2.loads(body)

    return read


def _read(token: str, purpose: str = "credential") -> Callable[[], Any]:
    key = ECKey.import_key(ring(purpose)[0].jwk)
    return lambda: jwt.decode(token, key, algorithms=["ES256"])


def _shown() -> Callable[[], Any]:
    """What a wallet shows: the credential, one claim, and a signature of the wallet's key over both, our question and our name."""
    own = ECKey.generate_key("P-256", private=True)
    issuer, first, *_ = credential(PROOF, MADE["sd_jwt"], NOW, own.as_dict(private=False)).split("~")
    presented = f"{issuer}~{first}~"
    claims = {
        "iat": int(NOW.timestamp()),
        "aud": "https://council.example",
        "nonce": secrets.token_urlsafe(),
        "sd_hash": base64url(sha256(presented.encode()).digest()),
    }
    binding = jws.serialize_compact({"alg": "ES256", "typ": "kb+jwt"}, packed_bytes(claims), own, algorithms=["ES256"])
    key = ECKey.import_key(ring("credential")[0].jwk)

    def read() -> None:
        said = jwt.decode(issuer, key, algorithms=["ES256"]).claims
        bound = jwt.decode(binding, ECKey.import_key(said["cnf"]["jwk"]), algorithms=["ES256"]).claims
        assert base64url(sha256(first.encode()).digest()) in said["_sd"]
        assert bound["sd_hash"] == base64url(sha256(presented.encode()).digest())

    return read


def packed_bytes(claims: dict[str, Any]) -> bytes:
    return base64.urlsafe_b64decode(packed(claims) + "==")


def _read_seal(pdf: bytes) -> Callable[[], Any]:
    root = x509.Certificate.load(pem.unarmor(authority().encode())[2])

    def read() -> None:
        (found,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        assert validate_pdf_signature(found, ValidationContext(trust_roots=[root])).bottom_line

    return read


def _read_list() -> Callable[[], Any]:
    read = _read(status_list(f"{NOW:%Y-%m}"), "status_list")
    return lambda: zlib.decompress(base64.urlsafe_b64decode(read().claims["status_list"]["lst"] + "=="))


def _look_up() -> Callable[[], Any]:
    bits = _read_list()()
    return lambda: bits[42 // 8] >> 42 % 8 & 1
