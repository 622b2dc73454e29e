"""Offers of proofs to wallet apps, by OpenID4VCI 1.0: made, given out, taken up once by whoever has the code and its number.

made = new_offer()                        `made.handle` goes into the QR, `made.number` is shown beside it; both are kept by digest only
offer(made.handle)                        what a wallet fetches; None when it has ended or was taken up
take_up(code, number)                     a token that takes one credential, or None
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

import psycopg
from django.db import connection, transaction

from customerview.config.home import secret
from customerview.instructions import catalogue
from customerview.instructions.proofs.wallet_facts import WalletOffered, WalletOfferEnded, WalletTookProof
from customerview.instructions.proofs.wallet_offers import EndWalletOffer
from customerview.kernel import LONDON, Words, job
from customerview.ledger import Change, close_access, writing
from customerview.perform import perform

from .issuer import base_url

CONFIGURATION = "proof_of_benefit"
"""What we offer, as the issuer's metadata call it."""
PRE_AUTHORISED = "urn:ietf:params:oauth:grant-type:pre-authorized_code"
WALLET = job("wallet")
"""The named job by which a wallet takes a proof: the wallet itself has no name that could be trusted."""
DIGITS = 6
WHERE = Words("The 6 numbers on the page where you found this", "Y 6 rhif ar y dudalen lle cawsoch hwn")


class NewOffer(NamedTuple):
    """What the customer's page shows this once, and the two digests that are kept."""

    handle: str
    number: str
    offer: str
    opens: str


def new_offer() -> NewOffer:
    """The handle finds the offer, whose code is made from it; the number is what only the signed-in customer sees."""
    handle, number = secrets.token_urlsafe(32), f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    code = _code_of(handle)
    return NewOffer(handle, number, _digest("offer", code), _digest("opens", f"{code}:{number}"))


def link(handle: str, lang: str = "en", *, by_value: bool = False) -> str:
    """What opens a wallet app: with the whole offer in it for the same device, or with where to fetch it, which makes a smaller QR."""
    if by_value:
        return f"openid-credential-offer://?credential_offer={quote(json.dumps(_offer_of(handle, lang), separators=(',', ':')), safe='')}"
    return f"openid-credential-offer://?credential_offer_uri={quote(f'{base_url()}/wallet/offers/{handle}', safe='')}"


def offer(handle: str, lang: str = "en") -> dict[str, Any] | None:
    """The offer that has this handle, while it may be taken up."""
    row = connection.cursor().execute(
        "SELECT wallet_offer_open(%s, %s)", [_digest("offer", _code_of(handle)), figure("wallet_wrong_numbers")]
    )
    return _offer_of(handle, lang) if row.fetchone()[0] else None


def take_up(code: str, number: str) -> str | None:
    """A token for whoever has the code and the number, once. The last wrong number that is allowed ends the offer, and the customer is told."""
    token, offered = secrets.token_urlsafe(32), _digest("offer", code)
    lasts = timedelta(minutes=figure("wallet_token_minutes"))
    with transaction.atomic():
        row = connection.cursor().execute(
            "SELECT said, reached FROM take_wallet_offer(%s, %s, %s, %s, %s, %s)",
            [offered, _digest("opens", f"{code}:{number}"), figure("wallet_wrong_numbers"), token, WALLET.code, lasts],
        ).fetchone()  # fmt: skip
    if row and row[0] == "ended":
        perform(EndWalletOffer(offer=offered), on=row[1], by=WALLET, ledger=writing(token, catalogue()), catalogue=catalogue())
        close_access(token)
        return None
    return token if row else None


def figure(name: str) -> Any:
    return catalogue().figures.get("common", name, datetime.now(LONDON).date())


def keyed(of: str, text: str) -> bytes:
    """What nobody makes without our secret."""
    return hmac.digest(secret("wallet_offers").encode(), f"{of}:{text}".encode(), "sha256")


def _digest(of: str, text: str) -> str:
    return keyed(of, text).hex()


def _code_of(handle: str) -> str:
    return base64.urlsafe_b64encode(keyed("code", handle)).rstrip(b"=").decode()


def _offer_of(handle: str, lang: str) -> dict[str, Any]:
    number = {"input_mode": "numeric", "length": DIGITS, "description": WHERE.say(lang)}
    return {
        "credential_issuer": base_url(), "credential_configuration_ids": [CONFIGURATION],
        "grants": {PRE_AUTHORISED: {"pre-authorized_code": _code_of(handle), "tx_code": number}},
    }  # fmt: skip


# The projection.


def project(db: psycopg.Connection[Any], change: Change) -> None:
    """What may be taken up. Whether it was, and how many wrong numbers were given, stands beside it and in no fact."""
    for happened in change.facts:
        said = happened.fact
        if isinstance(said, WalletOffered):
            db.execute(
                "INSERT INTO wallet_offer (digest, opens, stream, expires) VALUES (%s, %s, %s, %s)",
                (said.offer, said.opens, change.stream, said.expires),
            )
        elif isinstance(said, WalletTookProof | WalletOfferEnded):
            db.execute("DELETE FROM wallet_offer WHERE digest = %s", (said.offer,))


def load(db: psycopg.Connection[Any], changes: list[Change]) -> None:
    """The same for many whole new records at once."""
    for change in changes:
        project(db, change)


def clear(db: psycopg.Connection[Any]) -> None:
    """Before all of it is made again."""
    db.execute("DELETE FROM wallet_offer")


def forget(db: psycopg.Connection[Any], stream: UUID) -> None:
    """What was offered to somebody who was forgotten can be taken up no more."""
    db.execute("DELETE FROM wallet_offer WHERE stream = %s", (stream,))
