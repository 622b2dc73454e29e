"""A wallet takes a proof, by OpenID4VCI 1.0: it proves that it holds a key, and gets a credential that is bound to that key.

nonce()                       what its proof must hold, so that an old proof is of no use; made without writing anything down
take(token, asked)            the credential, once for each token. Raises NotTaken, which says why in the protocol's own words
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import time
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import ProofIssued
from customerview.instructions.proofs.wallet_facts import WalletTookProof
from customerview.instructions.proofs.wallet_offers import TakeIntoWallet
from customerview.kernel import LONDON
from customerview.ledger import close_access, reading, writing
from customerview.perform import Invalid, Refused, perform

from .credentials import credential
from .issuer import base_url
from .status import in_a_free_place
from .tokens import base64url
from .wallet_offers import CONFIGURATION, WALLET, figure, keyed

PROOF = "openid4vci-proof+jwt"
PUBLIC = ("kty", "crv", "x", "y")
MOST_CHARACTERS = 8_000


class NotTaken(Exception):
    """Nothing was issued. `error` is one of the protocol's codes; `str()` of it says more, to whoever makes wallets."""

    def __init__(self, error: str, why: str) -> None:
        super().__init__(why)
        self.error = error


def nonce() -> str:
    """The moment, a random part, and what says that it is ours."""
    said = int(time.time()).to_bytes(5) + secrets.token_bytes(12)
    return base64url(said + _mark(said))


def take(token: str, asked: Any) -> str:
    """The credential for the wallet that holds this token and proved that it holds a key."""
    with reading(token, catalogue()) as view:
        found = view.db.execute("SELECT offer, reached FROM wallet_offer_of_token()").fetchone()
    if found is None:
        raise NotTaken("invalid_token", "The token is not known, was used, or is over.")
    holder, challenge = _holder(_proof_in(asked))
    _use(challenge)
    try:
        return _taken(token, *found, holder)
    except (Invalid, Refused) as why:
        raise NotTaken("credential_request_denied", "What was offered is no longer so, or the offer has ended.") from why


def _taken(token: str, offer: str, stream: UUID, holder: dict[str, str]) -> str:
    ledger = writing(token, catalogue())
    done = in_a_free_place(
        datetime.now(LONDON),
        lambda place, index: perform(
            TakeIntoWallet(offer=offer, place=place, index=index), on=stream, by=WALLET, ledger=ledger, catalogue=catalogue()
        ),
    )
    ((made, at),) = [(f.fact, f.at) for f in done.facts if isinstance(f.fact, WalletTookProof)]
    with reading(token, catalogue(), WALLET) as view:
        issued = view.fact(stream, view.record(stream).proofs.issued[made.proof]).fact
    close_access(token)
    assert isinstance(issued, ProofIssued)
    return credential(issued, made, at, holder)


def _proof_in(asked: Any) -> str:
    """The one proof of a key in a request for what we offer."""
    if not isinstance(asked, dict):
        raise NotTaken("invalid_credential_request", "Send a JSON object.")
    if "credential_identifier" in asked:
        raise NotTaken("unknown_credential_identifier", "Ask by credential_configuration_id.")
    if asked.get("credential_configuration_id") != CONFIGURATION:
        raise NotTaken("unknown_credential_configuration", f"credential_configuration_id is {CONFIGURATION}.")
    if "credential_response_encryption" in asked:
        raise NotTaken("invalid_encryption_parameters", "Answers are not encrypted beyond TLS.")
    proofs = asked.get("proofs")
    of_keys = proofs.get("jwt") if isinstance(proofs, dict) and len(proofs) == 1 else None
    if not isinstance(of_keys, list) or len(of_keys) != 1 or not isinstance(of_keys[0], str) or len(of_keys[0]) > MOST_CHARACTERS:
        raise NotTaken("invalid_proof", "proofs holds one jwt.")
    return of_keys[0]


def _holder(text: str) -> tuple[dict[str, str], str]:
    """The public key that signed this proof, and the nonce in it: checked as appendix F of the protocol says."""
    try:
        header = jws.extract_compact(text.encode()).headers()
        key = header.get("jwk")
        if header.get("typ") != PROOF or not isinstance(key, dict) or {"kid", "x5c"} & header.keys() or "d" in key:
            raise NotTaken("invalid_proof", f"The header has typ {PROOF} and the public key as jwk, alone.")
        if (key.get("kty"), key.get("crv")) != ("EC", "P-256"):
            raise NotTaken("invalid_proof", "The key is of the curve P-256.")
        public = {name: str(key.get(name)) for name in PUBLIC}
        said = jws.deserialize_compact(text, ECKey.import_key(public), algorithms=["ES256"]).payload
        claims = _object(said)
    except (JoseError, ValueError, TypeError, KeyError, UnicodeError) as error:
        raise NotTaken("invalid_proof", "The proof does not verify.") from error
    if claims.get("aud") != base_url() or not isinstance(claims.get("iat"), int):
        raise NotTaken("invalid_proof", f"The proof is for {base_url()}, and says when it was made.")
    challenge = claims.get("nonce")
    if not isinstance(challenge, str):
        raise NotTaken("invalid_proof", "The proof holds no c_nonce.")
    return public, challenge


def _object(said: bytes) -> dict[str, Any]:
    claims = json.loads(said)
    if not isinstance(claims, dict):
        raise ValueError("not an object")
    return claims


def _use(challenge: str) -> None:
    """A nonce counts for some minutes, and once."""
    lasts = timedelta(minutes=figure("wallet_nonce_minutes"))
    try:
        held = base64.urlsafe_b64decode(challenge + "=" * (-len(challenge) % 4))
    except (binascii.Error, ValueError):
        held = b""
    said, mark = held[:17], held[17:]
    ours = len(said) == 17 and hmac.compare_digest(mark, _mark(said)) and time.time() < int.from_bytes(said[:5]) + lasts.total_seconds()
    if ours:
        with transaction.atomic():
            ours = connection.cursor().execute("SELECT use_wallet_nonce(%s, %s)", [challenge, lasts]).fetchone()[0]
    if not ours:
        raise NotTaken("invalid_nonce", "Get a new c_nonce.")


def _mark(said: bytes) -> bytes:
    return keyed("nonce", said.hex())[:16]
