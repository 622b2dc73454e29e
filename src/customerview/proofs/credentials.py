"""A proof as a digital credential: SD-JWT VC, or a W3C credential (VCDM 2.0) as a JWT, from one object of claims.

Like the QR, a credential carries no address: it cannot be called back from whoever copied it. One that a wallet app took is bound to the
wallet's key, and is shown with a signature of that key. One that was downloaded is bound to nothing: whoever has the file can show it,
and that it names somebody does not prove that they are the one who shows it.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import Any

from customerview.instructions import BENEFITS
from customerview.instructions.proofs.credential_facts import CredentialIssued
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.kernel import LONDON, Words

from .issuer import base_url, did
from .status import list_at
from .tokens import base64url, packed, token

TYPE = "ProofOfBenefitCredential"
SAID = {
    "name": Words("Name", "Enw"), "benefits": Words("Benefits", "Budd-daliadau"), "purpose": Words("Asked for to show", "Gofynnwyd amdano i ddangos"),
    "reference": Words("Reference", "Cyfeirnod"), "issued": Words("Issued", "Cyhoeddwyd"),
    "national_insurance_number_ends_in": Words("National Insurance number ends in", "Rhif Yswiriant Gwladol yn gorffen â"),
}  # fmt: skip
"""What each claim is called by whoever shows it to people."""
MEDIA = {"sd_jwt": ("application/dc+sd-jwt", "sd-jwt"), "vc_jwt": ("application/vc+jwt", "jwt")}
"""The media type of each kind, and how its file's name ends."""


def credential(issued: ProofIssued, made: CredentialIssued, at: datetime, holder: dict[str, str] | None = None) -> str:
    """The credential, as a text that is also its file. `holder` is the public key of the wallet it is bound to."""
    return _vc_jwt(issued, made, at) if made.kind_of == "vc_jwt" else _sd_jwt(issued, made, at, holder)


def type_of() -> str:
    """The address that names our kind of credential, and says what it is."""
    return f"{base_url()}/.well-known/vct/proof-of-benefit"


def claims_of(issued: ProofIssued) -> dict[str, Any]:
    """What a credential of this proof says: what the proof shows, without an address."""
    said = {
        "name": issued.name, "benefits": [_line(line) for line in issued.lines], "purpose": issued.purpose, "reference": issued.reference,
        "issued": issued.issued.isoformat(), "national_insurance_number_ends_in": issued.nino,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _line(line: Line) -> dict[str, Any]:
    said = {
        "code": line.benefit, "name": BENEFITS[line.benefit].en, "amount": f"{line.amount / 100:.2f}" if line.amount else "",
        "currency": "GBP" if line.amount else "", "frequency": line.frequency,
        "components": [{"code": c.code, "level": c.level} for c in line.components],
        "starts": line.starts.isoformat() if line.starts else "", "ends": line.ends.isoformat() if line.ends else "",
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _ends(made: CredentialIssued) -> datetime:
    return datetime.combine(made.expires, time(23, 59, 59), LONDON).astimezone(UTC)


def _status(made: CredentialIssued) -> dict[str, Any]:
    return {"status_list": {"idx": made.index, "uri": list_at(made.place)}}


def _sd_jwt(issued: ProofIssued, made: CredentialIssued, at: datetime, holder: dict[str, str] | None) -> str:
    """Each claim can be shown or kept back by whoever holds it (RFC 9901)."""
    shown = [packed([base64url(secrets.token_bytes(16)), name, value]) for name, value in claims_of(issued).items()]
    claims = {
        "iss": base_url(), "iat": int(at.timestamp()), "exp": int(_ends(made).timestamp()), "vct": type_of(), "status": _status(made),
        "_sd_alg": "sha-256", "_sd": sorted(base64url(sha256(one.encode()).digest()) for one in shown),
        **({"cnf": {"jwk": holder}} if holder else {}),
    }  # fmt: skip
    return "~".join([token("credential", {"typ": "dc+sd-jwt"}, claims), *shown, ""])


def _vc_jwt(issued: ProofIssued, made: CredentialIssued, at: datetime) -> str:
    claims = {
        "@context": ["https://www.w3.org/ns/credentials/v2", {"@vocab": f"{type_of()}#"}], "type": ["VerifiableCredential", TYPE],
        "issuer": did(), "validFrom": at.astimezone(UTC).isoformat(timespec="seconds"), "validUntil": _ends(made).isoformat(timespec="seconds"),
        "credentialSubject": claims_of(issued), "status": _status(made), "iss": did(), "iat": int(at.timestamp()),
        "exp": int(_ends(made).timestamp()),
    }  # fmt: skip
    return token("credential", {"typ": "vc+jwt", "cty": "vc"}, claims, issuer=did())
