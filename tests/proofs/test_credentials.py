"""Digital credentials: verified by libraries that are not ours, in Python and JavaScript; withdrawn when cancelled or no longer so."""

from __future__ import annotations

import base64
import json
import subprocess
import zlib
from datetime import date, datetime, timedelta

import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey
from jwcrypto.jwk import JWK
from openvc import OpenvcError
from openvc.proof.sd_jwt import SdJwtVcProofSuite
from openvc.status import verify_status_list_token
from sd_jwt.verifier import SDJWTVerifier

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.instructions.proofs.credential_facts import CredentialIssued, CredentialWithdrawn
from customerview.kernel import LONDON, Actor
from customerview.perform import Invalid
from customerview.proofs import Taken, base_url, credential, did, published, rotate, status_list, type_of
from customerview.proofs.status import PLACES, list_at, new_place, take
from tests.portals.customer.conftest import AGENT, Town, line
from tests.proofs.test_proof import ISSUED

NOW = datetime.now(LONDON)
LATER = NOW.date() + timedelta(days=90)
PLACE = f"{NOW:%Y-%m}"


def made(kind: str, index: int = 42, expires: date = LATER) -> CredentialIssued:
    return CredentialIssued(proof="PABCD-EFGH", credential="D2345-6789", kind_of=kind, place=PLACE, index=index, expires=expires, lines=ISSUED.lines, parts=())  # fmt: skip


def key_of(kid: str) -> dict[str, str]:
    (key,) = [k for k in published("credential", "status_list")["keys"] if k["kid"] == kid.rpartition("#")[2]]
    return key


# Python, by libraries that are not ours.


def test_the_reference_library_reads_an_sd_jwt_and_only_what_is_shown():
    text = credential(ISSUED, made("sd_jwt"), NOW)

    def read(text: str) -> dict:
        return SDJWTVerifier(text, lambda issuer, header: JWK(**key_of(header["kid"]))).get_verified_payload()

    whole = read(text)
    assert whole["name"] == "Siân Tŷ Morgan"
    assert whole["benefits"][0]["amount"] == "579.60"
    assert whole["status"] == {"status_list": {"idx": 42, "uri": list_at(PLACE)}}
    assert whole["iss"] == base_url()
    assert "Heol" not in str(whole)
    issuer, *shown, _ = text.split("~")
    benefits = next(s for s in shown if b"benefits" in base64.urlsafe_b64decode(s + "=="))
    least = read(f"{issuer}~{benefits}~")
    assert "benefits" in least
    assert not {"name", "reference", "national_insurance_number_ends_in"} & least.keys()
    assert "Morgan" not in str(base64.urlsafe_b64decode(issuer.split(".")[1] + "=="))
    with pytest.raises(Exception, match=r"(?i)verif|signature|invalid"):
        head, payload, signature = issuer.split(".")
        changed = base64.urlsafe_b64encode(base64.urlsafe_b64decode(payload + "==").replace(b'"exp":1', b'"exp":9')).decode().rstrip("=")
        read(f"{head}.{changed}.{signature}~{benefits}~")


def test_a_w3c_credential_holds_the_same_claims():
    text = credential(ISSUED, made("vc_jwt"), NOW)
    header = json.loads(base64.urlsafe_b64decode(text.split(".")[0] + "=="))
    found = jwt.decode(text, ECKey.import_key(key_of(header["kid"])), algorithms=["ES256"])
    assert header["typ"] == "vc+jwt"
    assert header["kid"].startswith(did())
    assert found.claims["issuer"] == did()
    assert found.claims["credentialSubject"]["name"] == "Siân Tŷ Morgan"
    assert "Heol" not in str(found.claims)


def test_openvc_verifies_it_and_refuses_another_key():
    sd = credential(ISSUED, made("sd_jwt"), NOW)
    key = key_of(json.loads(base64.urlsafe_b64decode(sd.split(".")[0] + "=="))["kid"])
    assert SdJwtVcProofSuite().verify(sd, public_key_jwk=key, expected_vct=type_of()).claims["name"] == "Siân Tŷ Morgan"
    other = key_of(published("status_list")["keys"][0]["kid"])
    with pytest.raises(OpenvcError):
        SdJwtVcProofSuite().verify(sd, public_key_jwk=other)


# JavaScript, by libraries that are not ours.

OTHERS = """
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, ES256 } from '@sd-jwt/crypto-nodejs';
import { importJWK, jwtVerify } from 'jose';
const { sd, vc, list, keys, at } = JSON.parse(process.argv[1]);
const named = (kid) => keys.find((key) => key.kid === kid.split('#').pop());
const verifier = async (data, signature) => {
  const header = JSON.parse(Buffer.from(data.split('.')[0], 'base64url'));
  return (await ES256.getVerifier(named(header.kid)))(data, signature);
};
const reader = new SDJwtVcInstance({ verifier, hasher: digest, hashAlg: 'sha-256', statusListFetcher: async () => list, statusVerifier: verifier });
const said = {};
try { said.sd = (await reader.verify(sd, { currentDate: at })).payload.benefits[0].code; } catch (error) { said.sd = `refused: ${error.message}`; }
try {
  const { payload, protectedHeader } = await jwtVerify(vc, async (header) => importJWK(named(header.kid), 'ES256'), { typ: 'vc+jwt' });
  said.vc = payload.credentialSubject.benefits[0].code;
} catch (error) { said.vc = `refused: ${error.message}`; }
console.log(JSON.stringify(said));
"""


def javascript(sd: str, vc: str, listed: str) -> dict[str, str]:
    asked = json.dumps(
        {
            "sd": sd,
            "vc": vc,
            "list": listed,
            "keys": published("credential", "status_list")["keys"],
            "at": int(NOW.timestamp()) + 600,
        }
    )
    command = [node.binary(), "--input-type=module", "-e", OTHERS, asked]
    return json.loads(subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=True).stdout)


# Through perform and the database: the status list flips.


@pytest.fixture(scope="module")
def town(database) -> Town:
    return Town(database, "https://issuer.example")


def me(town: Town) -> Actor:
    return Actor(kind="customer", id=str(town.rhian), roles=frozenset({"customer"}), acting_for=town.rhian)


def proved(town: Town) -> str:
    done = town.do("issue_proof", town.rhian, AGENT, awards=("PIP-1",), purpose="landlord")
    return done.facts[0].fact.reference


def issue(town: Town, kind: str = "sd_jwt", proof: str = "", at: tuple[str, int] | None = None) -> CredentialIssued:
    place, index = at or new_place(NOW)
    done = town.do("issue_credential", town.rhian, me(town), proof=proof or proved(town), kind_of=kind, place=place, index=index)
    return done.facts[0].fact


def listed(minutes: int = 1) -> str:
    return status_list(PLACE, NOW + timedelta(minutes=minutes))


def bit(index: int, minutes: int) -> int:
    body = json.loads(base64.urlsafe_b64decode(listed(minutes).split(".")[1] + "=="))
    bits = zlib.decompress(base64.urlsafe_b64decode(body["status_list"]["lst"] + "=="))
    assert len(bits) * 8 == PLACES
    assert body["sub"] == list_at(PLACE)
    return bits[index // 8] >> index % 8 & 1


def test_a_cancelled_credential_is_refused_by_javascript_and_the_other_is_not(town):
    proof = proved(town)
    one, other = issue(town, proof=proof), issue(town)
    sd = [credential(ISSUED, each, NOW) for each in (one, other)]
    vc = credential(ISSUED, msgspec.structs.replace(other, kind_of="vc_jwt"), NOW)
    assert javascript(sd[0], vc, listed(1)) == {"sd": "PIP", "vc": "PIP"}
    done = town.do("cancel_credentials", town.rhian, me(town), proof=proof)
    assert [f.fact for f in done.facts] == [
        CredentialWithdrawn(proof=proof, credential=one.credential, place=one.place, index=one.index, why="cancelled")
    ]
    assert (bit(one.index, 2), bit(other.index, 2)) == (1, 0)
    assert javascript(sd[0], vc, listed(2))["sd"].startswith("refused")
    assert javascript(sd[1], vc, listed(2))["sd"] == "PIP"
    changed = vc[:-6] + ("A" if vc[-6] != "A" else "B") + vc[-5:]
    assert javascript(sd[1][:200] + ("A" if sd[1][200] != "A" else "B") + sd[1][201:], changed, listed(2))["vc"].startswith("refused")


def test_an_old_key_still_verifies_after_it_was_turned_over(town):
    one = issue(town)
    sd, vc = credential(ISSUED, one, NOW), credential(ISSUED, msgspec.structs.replace(one, kind_of="vc_jwt"), NOW)
    rotate("credential")
    rotate("status_list")
    assert javascript(sd, vc, listed(3)) == {"sd": "PIP", "vc": "PIP"}


def test_a_changed_award_withdraws_it_and_a_suspension_does_not(town):
    one = issue(town)
    with town.database.using("worker"):
        while take():
            pass
    assert bit(one.index, 4) == 0
    key = key_of(json.loads(base64.urlsafe_b64decode(listed(4).split(".")[0] + "=="))["kid"])
    assert (
        verify_status_list_token(listed(4), public_key_jwk=key, expected_uri=list_at(PLACE), now=NOW + timedelta(minutes=5))["ttl"] == 900
    )
    town.do(
        "report_award",
        town.rhian,
        line("PIP"),
        award="PIP-1",
        benefit="PIP",
        amount=61000,
        frequency="four_weeks",
        starts=date(2024, 5, 2),
    )
    with town.database.using("worker"):
        while take():
            pass
    assert bit(one.index, 5) == 1
    with pytest.raises(Invalid):
        issue(town, proof=one.proof)


def test_a_place_in_the_list_is_given_once(town):
    one = issue(town)
    with pytest.raises(Taken):
        issue(town, at=(one.place, one.index))


def test_a_credential_ends_before_its_award_does(town):
    ends = NOW.date() + timedelta(days=10)
    town.do(
        "report_award",
        town.rhian,
        line("ESA"),
        award="ESA-1",
        benefit="ESA",
        amount=29180,
        frequency="fortnight",
        starts=date(2021, 2, 1),
        ends=ends,
    )
    proof = town.do("issue_proof", town.rhian, AGENT, awards=("ESA-1",), purpose="landlord").facts[0].fact.reference
    assert issue(town, proof=proof).expires == ends


def test_forgotten_people_leave_no_credential_that_holds(town):
    from customerview.proofs import status

    one = issue(town)
    with town.database.connect("eraser") as db:
        status.forget(db, town.rhian)
    assert bit(one.index, 6) == 1
    with town.database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM credential_status WHERE stream = %s", (town.rhian,)).fetchone() == (0,)
