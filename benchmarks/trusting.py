"""Signing what others rely on, and verifying it: each beside one bare ES256 signature or check by the same key, in turns."""

from __future__ import annotations

from datetime import UTC, date, datetime

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from benchmarks.house import House
from benchmarks.timing import Measure, beside
from customerview.correspondence import as_pdf
from customerview.instructions.proofs.credential_facts import CredentialIssued
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.proofs import credential, letter_of, ring, scanned, sealed, sign
from customerview.proofs.keys import public_key

MESSAGE = b"a message of the size of a digest.."
LINE = Line(award="PIP-1", benefit="PIP", amount=57960, frequency="four_weeks", starts=date(2022, 3, 4))
PROOF = ProofIssued(
    reference="PABCD-EFGH",
    purpose="council_tax",
    issued=date(2026, 11, 24),
    language="en",
    format="standard",
    lines=(LINE,),
    name="Rhian Morgan",
)
SIGNED, CHECKED = "one bare ES256 signature", "one bare ES256 check"


def proofs(house: House) -> list[Measure]:
    """Codes, credentials and seals, made; codes and credentials, verified. The house is not asked."""
    made = {
        kind: CredentialIssued(
            proof=PROOF.reference,
            credential="D2345-6789",
            kind_of=kind,
            place="2026-11",
            index=42,
            expires=date(2027, 2, 22),
            lines=(LINE,),
            parts=(),
        )
        for kind in ("sd_jwt", "vc_jwt")
    }
    now, pdf = datetime.now(UTC), as_pdf(letter_of(PROOF, "Department of Example"))
    bare, check = _bare()
    return [
        beside("Sign the code of a proof", lambda turn: scanned(PROOF), SIGNED, bare),
        beside("Issue an SD-JWT credential", lambda turn: credential(PROOF, made["sd_jwt"], now), SIGNED, bare),
        beside("Issue a W3C credential", lambda turn: credential(PROOF, made["vc_jwt"], now), SIGNED, bare),
        beside("Seal a PDF", lambda turn: sealed(pdf), SIGNED, bare, times=50),
        beside("Verify the code of a proof (cbor2)", _read_code(), CHECKED, check),
        beside("Verify an SD-JWT credential (joserfc)", _read_sd_jwt(credential(PROOF, made["sd_jwt"], now)), CHECKED, check),
    ]


def _bare():
    """The least that signing and checking can cost: the library's own functions, with a key at hand."""
    key, way = ring("credential")[0], ECDSA(hashes.SHA256())
    private = _private("credential")
    der, public = private.sign(MESSAGE, way), public_key(key)
    return lambda turn: private.sign(MESSAGE, way), lambda turn: public.verify(der, MESSAGE, way)


def _private(purpose: str):
    from customerview.proofs.keys import signing_key

    return signing_key(purpose).private_key


def _read_code():
    protected = cbor2.dumps({1: -7, 4: ring("qr")[0].kid.encode()})
    payload = cbor2.dumps({4: 1, 6: 1, -65537: {1: PROOF.reference, 3: PROOF.name}})
    _, signature = sign("qr", cbor2.dumps(["Signature1", protected, b"", payload]))
    message = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))
    public = public_key(ring("qr")[0])

    def read(turn: int) -> None:
        head, _, body, signed = cbor2.loads(message).value
        der = encode_dss_signature(int.from_bytes(signed[:32]), int.from_bytes(signed[32:]))
        public.verify(der, cbor2.dumps(["Signature1", head, b"", body]), ECDSA(hashes.SHA256()))
        cbor2.loads(body)

    return read


def _read_sd_jwt(text: str):
    from joserfc import jwt
    from joserfc.jwk import ECKey

    key = ECKey.import_key({name: value for name, value in ring("credential")[0].jwk.items() if name != "d"})
    return lambda turn: jwt.decode(text.partition("~")[0], key, algorithms=["ES256"])
