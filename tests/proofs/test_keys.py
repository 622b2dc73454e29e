"""Keys for each purpose: published, turned over, and gone only when nothing they signed can still be met."""

from __future__ import annotations

import stat
from datetime import datetime, timedelta

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from joserfc.jwk import ECKey

from customerview.config.command_line import main
from customerview.config.home import home
from customerview.kernel import LONDON
from customerview.proofs import keys

NOW = datetime.now(LONDON)


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
    for path in (home() / "secrets").iterdir():
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077 or path.suffix == ".lock"


def test_a_signature_is_by_the_key_it_names_and_always_the_same():
    kid, signature = keys.sign("qr", b"said")
    assert (kid, signature) == keys.sign("qr", b"said")
    (jwk,) = keys.published("qr")["keys"]
    assert jwk["kid"] == kid
    der = encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
    ECKey.import_key(jwk).public_key.verify(der, b"said", ec.ECDSA(hashes.SHA256()))


def test_an_old_key_stays_published_until_what_it_signed_has_ended():
    old, _ = keys.sign("credential", b"")
    new = keys.rotate("credential", NOW)
    assert keys.sign("credential", b"")[0] == new.kid != old
    assert [k["kid"] for k in keys.published("credential")["keys"]] == [new.kid, old]
    assert [k.kid for k in keys.rings(NOW + timedelta(days=90))["credential"]] == [new.kid, old]
    assert [k.kid for k in keys.rings(NOW + timedelta(days=91))["credential"]] == [new.kid]
    keys.rotate("credential", NOW + timedelta(days=91))
    assert old not in [k.kid for k in keys.ring("credential")]


def test_the_command_turns_one_over_and_shows_them():
    before = keys.sign("qr", b"")[0]
    done = CliRunner().invoke(main, ["keys", "rotate", "qr"])
    assert done.exit_code == 0
    assert keys.sign("qr", b"")[0] in done.output != before
    assert CliRunner().invoke(main, ["keys", "show"]).output.count("qr") == 2


def test_a_stolen_key_is_published_no_longer_and_the_one_before_it_is():
    first, _ = keys.sign("qr", b"")
    second = keys.rotate("qr")
    assert CliRunner().invoke(main, ["keys", "rotate", "qr", "--stolen"]).exit_code == 0
    assert first in [k["kid"] for k in keys.published("qr")["keys"]]
    assert second.kid not in [k["kid"] for k in keys.published("qr")["keys"]]


def test_there_is_no_key_for_anything_else():
    with pytest.raises(ValueError, match="not anything"):
        keys.sign("anything", b"")
