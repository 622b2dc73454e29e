"""Keys for each purpose: published, turned over, and gone only when nothing they signed can still be met."""

from __future__ import annotations

import stat
from datetime import datetime, timedelta

import cbor2
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from joserfc.jwk import ECKey

from customerview.config.command_line import main
from customerview.config.home import home
from customerview.kernel import LONDON
from customerview.proofs import keys, rotate

NOW = datetime.now(LONDON)


def said(kid: str) -> bytes:
    """What a square code's key may sign."""
    held = {4: int(NOW.timestamp()) + 86_400, 6: int(NOW.timestamp()), -65537: {1: "P"}}
    return cbor2.dumps(["Signature1", cbor2.dumps({1: -7, 4: kid.encode()}), b"", cbor2.dumps(held)])


def first_of(purpose: str) -> str:
    return keys.ring(purpose)[0].kid


@pytest.fixture(autouse=True)
def fresh(tmp_path, monkeypatch):
    monkeypatch.setenv("CUSTOMERVIEW_HOME", str(tmp_path))


def test_each_purpose_has_a_key_of_its_own_and_no_private_half_is_published():
    found = keys.published()["keys"]
    assert {k["purpose"] for k in found} == {"qr", "credential", "seal", "status_list"}
    assert len({k["x"] for k in found}) == len({k["kid"] for k in found}) == 4
    assert all("d" not in k for k in found)


def test_only_the_owner_reads_them():
    keys.published()
    for path in (home() / "signer").iterdir():
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077 or path.suffix == ".lock"


def test_a_signature_is_by_the_key_it_names_and_always_the_same():
    kid, signature = keys.sign("qr", said)
    assert (kid, signature) == keys.sign("qr", said)
    (jwk,) = keys.published("qr")["keys"]
    assert jwk["kid"] == kid
    der = encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
    ECKey.import_key(jwk).public_key.verify(der, said(kid), ec.ECDSA(hashes.SHA256()))


def test_an_old_key_stays_published_until_what_it_signed_has_ended():
    old = first_of("credential")
    new = rotate("credential", NOW)
    assert first_of("credential") == new.kid != old
    assert [k["kid"] for k in keys.published("credential")["keys"]] == [new.kid, old]
    assert [k.kid for k in keys.rings(NOW + timedelta(days=90))["credential"]] == [new.kid, old]
    assert [k.kid for k in keys.rings(NOW + timedelta(days=91))["credential"]] == [new.kid]
    rotate("credential", NOW + timedelta(days=91))
    assert old not in [k.kid for k in keys.ring("credential")]


def test_the_command_turns_one_over_and_shows_them():
    before = first_of("qr")
    done = CliRunner().invoke(main, ["keys", "rotate", "qr"])
    assert done.exit_code == 0
    assert first_of("qr") in done.output != before
    assert CliRunner().invoke(main, ["keys", "show"]).output.count("qr") == 2


def test_a_stolen_key_is_published_no_longer_and_the_one_before_it_is():
    first = first_of("qr")
    second = rotate("qr")
    assert CliRunner().invoke(main, ["keys", "rotate", "qr", "--stolen"]).exit_code == 0
    assert first in [k["kid"] for k in keys.published("qr")["keys"]]
    assert second.kid not in [k["kid"] for k in keys.published("qr")["keys"]]


def test_there_is_no_key_for_anything_else():
    with pytest.raises(ValueError, match="not anything"):
        keys.sign("anything", said)
