"""The keys in a process of their own: it signs what is typed, for whom it may, through its own death and a change of keys."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import os
import signal
import tempfile
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cbor2
import httpx
import msgspec
import pytest
from asn1crypto import pem, x509
from click.testing import CliRunner
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from joserfc import jwt
from joserfc.jwk import ECKey
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from customerview.config.command_line import main
from customerview.config.home import SOURCE
from customerview.correspondence import as_pdf
from customerview.proofs import authority, credential, keys, letter_of, published, scanned, sealed, signing_process
from customerview.proofs.key import Key
from customerview.proofs.signing_process import RemoteKeys, serve
from customerview.proofs.tokens import packed, token
from tests.processes import free_port, running, until
from tests.proofs.test_credentials import LATER, NOW, made
from tests.proofs.test_keys import said
from tests.proofs.test_proof import ISSUED
from tests.proofs.test_scanning import read


@pytest.fixture(scope="module", autouse=True)
def no_loop():
    """A browser of a test before leaves its loop running; pyHanko brings its own."""
    before = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(before)


@pytest.fixture
def place():
    """A folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="cv-s-") as folder:
        yield Path(folder)


@pytest.fixture
def theirs(place, monkeypatch):
    """The environment of the signer; ours knows its socket only, and has a home without keys."""
    socket = place / "run" / "socket"
    environment = os.environ | {
        "CUSTOMERVIEW_SIGNER": str(socket),
        "CUSTOMERVIEW_KEYS": str(place / "keys"),
        "DJANGO_SETTINGS_MODULE": "customerview.config.settings",
    }
    monkeypatch.setenv("CUSTOMERVIEW_SIGNER", str(socket))
    monkeypatch.setenv("CUSTOMERVIEW_KEYS", str(place / "nothing here"))
    yield environment
    keys.signer().close()
    keys._signer.cache_clear()


@pytest.fixture
def process(theirs, place):
    with running("serve", "signer", environment=theirs, log=place / "log") as process:
        yield process


def test_all_four_kinds_are_signed_by_it_and_verify_and_no_key_is_here(process, place):
    assert read(scanned(ISSUED))[-65537][3] == "Siân Tŷ Morgan"
    text = credential(ISSUED, made("vc_jwt"), NOW)
    (key,) = published("credential")["keys"]
    assert jwt.decode(text, ECKey.import_key(key), algorithms=["ES256"]).claims["credentialSubject"]["name"] == "Siân Tŷ Morgan"
    listed = token("status_list", {"typ": "statuslist+jwt"}, {"exp": int(NOW.timestamp()) + 60, "status_list": {"bits": 1, "lst": ""}})
    (key,) = published("status_list")["keys"]
    assert jwt.decode(listed, ECKey.import_key(key), algorithms=["ES256"]).claims["status_list"]["bits"] == 1
    pdf = sealed(as_pdf(letter_of(ISSUED, "Department of Example", "en")))
    (found,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    root = x509.Certificate.load(pem.unarmor(authority().encode())[2])
    assert validate_pdf_signature(found, ValidationContext(trust_roots=[root])).bottom_line
    assert not (place / "nothing here").exists()
    assert (place / "keys" / "qr.keys").stat().st_mode & 0o077 == 0


def credential_by(kid: str, **more) -> bytes:
    header = {"alg": "ES256", "typ": "dc+sd-jwt", "kid": kid} | more.pop("header", {})
    claims = {"exp": int(NOW.timestamp()) + 60, "status": {"status_list": {"idx": 1, "uri": ""}}} | more
    return f"{packed(header)}.{packed(claims)}".encode()


def code_by(kid: str, until: datetime) -> bytes:
    held = {4: int(until.timestamp()), 6: 1, -65537: {}}
    return cbor2.dumps(["Signature1", cbor2.dumps({1: -7, 4: kid.encode()}), b"", cbor2.dumps(held)])


REFUSED = {
    "a text of one's own": ("qr", lambda kid: b"pay the bearer"),
    "another context": ("qr", lambda kid: cbor2.dumps(["Signature", *cbor2.loads(said(kid))[1:]])),
    "a code that names another key": ("qr", lambda kid: said("another")),
    "a code for ten years": ("qr", lambda kid: code_by(kid, NOW + timedelta(days=3653))),
    "a code by a credential's key": ("credential", said),
    "a credential for a year": ("credential", lambda kid: credential_by(kid, exp=int((NOW + timedelta(days=365)).timestamp()))),
    "a credential without a status": ("credential", lambda kid: credential_by(kid, status={})),
    "a credential that is a token for something else": ("credential", lambda kid: credential_by(kid, header={"typ": "JWT"})),
    "a credential that names another key": ("credential", lambda kid: credential_by(kid, header={"kid": "another"})),
    "a credential by the key of status lists": ("status_list", credential_by),
    "a text under the seal": ("seal", lambda kid: b"pay the bearer"),
    "a key there is none for": ("money", lambda kid: b""),
}


def test_it_signs_nothing_else(process):
    for what, (purpose, message_by) in REFUSED.items():
        with pytest.raises(ValueError, match=r"sign|Keys are for"):
            pytest.fail(f"signed {what}") if keys.sign(purpose, message_by) else None
    assert keys.sign("credential", credential_by)[1]
    kid = keys.ring("qr")[0].kid
    for odd in (
        b"",
        b"\xff" * 20,
        msgspec.msgpack.encode(["rotate", "qr"]),
        msgspec.msgpack.encode(["sign", "qr", kid]),
        msgspec.msgpack.encode({"ring": 1}),
    ):
        assert signing_process._answer(keys.signer(), odd)[0] == "refused"


def test_it_is_asked_again_after_it_was_killed(theirs, place):
    with running("serve", "signer", environment=theirs, log=place / "log") as process:
        before = scanned(ISSUED)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not keys.signer().answers()
    with running("serve", "signer", environment=theirs, log=place / "log"):
        assert scanned(ISSUED) == before
        assert keys.signer().answers()


def test_keys_are_turned_over_beside_it_and_what_the_old_ones_signed_still_counts(process, theirs, monkeypatch):
    monkeypatch.setattr(signing_process, "KNOWN_SECONDS", 0)
    before, text = keys.ring("credential")[0].kid, credential(ISSUED, made("vc_jwt"), NOW)
    done = CliRunner().invoke(main, ["keys", "rotate", "credential"], env={"CUSTOMERVIEW_KEYS": theirs["CUSTOMERVIEW_KEYS"]})
    after = keys.ring("credential")[0].kid
    assert after in done.output and after != before
    known = {key["kid"]: key for key in published("credential")["keys"]}
    assert list(known) == [after, before]
    assert jwt.decode(text, ECKey.import_key(known[before]), algorithms=["ES256"])
    # Whoever has not heard of it yet is signed for by the old key for a minute; by one that was stolen, not at all.
    assert keys.signer().sign("credential", before, credential_by(before))
    CliRunner().invoke(main, ["keys", "rotate", "credential", "--stolen"], env={"CUSTOMERVIEW_KEYS": theirs["CUSTOMERVIEW_KEYS"]})
    with pytest.raises(keys.TurnedOver):
        keys.signer().sign("credential", after, credential_by(after))
    monkeypatch.setattr(signing_process, "KNOWN_SECONDS", 3600)
    keys.signer().known["credential"] = (float("inf"), [Key(jwk={"kid": after}, since=NOW)])
    assert keys.sign("credential", credential_by)[0] not in (before, after)


def test_another_account_is_not_answered(place, monkeypatch):
    monkeypatch.setenv("CUSTOMERVIEW_KEYS", str(place / "keys"))
    monkeypatch.setattr(signing_process, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(signing_process, "account_of", lambda line: os.geteuid() + 1)
    threading.Thread(target=serve, args=(keys.signer(), place / "socket", {os.geteuid()}), daemon=True).start()
    remote = RemoteKeys(str(place / "socket"))
    assert until(remote.answers, 10)
    with pytest.raises(OSError, match=r"gone|reset|Broken"):
        remote.ring("qr")
    assert not (place / "keys").exists()


class Safe:
    """Keys as a safe in a data centre has them: made in it, named by it, never shown; it signs a digest."""

    def __init__(self) -> None:
        self.own = {purpose: ec.generate_private_key(ec.SECP256R1()) for purpose in keys.LASTS}

    def ring(self, purpose: str) -> list[Key]:
        jwk = ECKey.import_key(self.own[purpose].public_key()).as_dict(private=False)
        return [Key(jwk={**jwk, "kid": f"safe-{purpose[:4]}"}, since=datetime.now(UTC))]

    def sign(self, purpose: str, kid: str, message: bytes) -> bytes:
        r, s = decode_dss_signature(self.own[purpose].sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32) + s.to_bytes(32)

    def answers(self) -> bool:
        return True


def test_a_safe_of_somebody_elses_takes_the_files_place(theirs, place):
    environment = theirs | {"PYTHONPATH": os.pathsep.join([str(SOURCE), os.environ.get("PYTHONPATH", "")])}
    by = ("--keys", "tests.proofs.test_signing_process.Safe")
    with running("serve", "signer", *by, environment=environment, log=place / "log"):
        assert read(scanned(ISSUED))[-65537][1] == ISSUED.reference
        assert keys.ring("credential")[0].kid == "safe-cred"


def test_the_web_signs_by_it(service, theirs, place):
    """As the demonstration runs: the web has the socket, and its home has no keys."""
    port = free_port()
    environment = service.environment | {
        "CUSTOMERVIEW_SIGNER": theirs["CUSTOMERVIEW_SIGNER"],
        "CUSTOMERVIEW_KEYS": str(place / "nothing here"),
        "PORT": str(port),
    }
    at = f"http://localhost:{port}"
    with running("serve", "web", "--port", str(port), environment=environment, log=place / "web"):
        assert until(lambda: answers(f"{at}/health").get("signer") == "does not answer", 30)
        with running("serve", "signer", environment=theirs, log=place / "log"):
            assert until(lambda: answers(f"{at}/health").get("signer") == "ready", 10)
            listed = httpx.get(f"{at}/check/status/{LATER:%Y-%m}").text
            found = {key["kid"]: key for key in httpx.get(f"{at}/.well-known/jwks.json").json()["keys"]}
            kid = json.loads(base64.urlsafe_b64decode(listed.partition(".")[0] + "=="))["kid"]
            assert jwt.decode(listed, ECKey.import_key(found[kid]), algorithms=["ES256"])
            assert {path.name for path in (place / "keys").glob("*.keys")} == {f"{purpose}.keys" for purpose in keys.LASTS}
    assert not (place / "nothing here").exists()


def answers(address: str) -> dict[str, str]:
    try:
        return httpx.get(address).json()
    except httpx.HTTPError:
        return {}
