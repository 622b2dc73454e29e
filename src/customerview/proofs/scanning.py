"""What the QR of a proof holds: the least that the proof's purpose needs, signed, to be checked without a network.

A COSE_Sign1 message (ES256) in base45, after "CV1:". Its claims are those of a CBOR Web Token: 4 until when, 6 since when, and
under -65537 a map: 1 reference, 2 purpose, 3 name, 4 benefits, 5 the end of the National Insurance number when the purpose shows it.
A benefit is a list: code, pence, how often, parts [[code, level], …], from, until; days since 1970, trailing gaps left out.
There is never an address in it: whoever finds the paper reads the code.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import cbor2

from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.kernel import LONDON

from . import keys
from .typed import CLAIMS, SINCE, UNTIL

BEGINS = "CV1:"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def scanned(issued: ProofIssued) -> str:
    """The text of the QR for this proof. While the key is the same, so is the text."""
    since = datetime.combine(issued.issued, time(12), UTC)
    days = catalogue().figures.get("common", keys.LASTS["qr"], datetime.now(LONDON).date())
    held: dict[int, Any] = {1: issued.reference, 2: issued.purpose, 3: issued.name, 4: [_line(line) for line in issued.lines]}
    if issued.nino:
        held[5] = issued.nino
    until = since + timedelta(days=days)
    return BEGINS + base45(signed(cbor2.dumps({UNTIL: int(until.timestamp()), SINCE: int(since.timestamp()), CLAIMS: held})))


def signed(payload: bytes) -> bytes:
    """A COSE_Sign1 message (RFC 9052), tagged, its algorithm and key named in the protected header."""
    kid, signature = keys.sign("qr", lambda kid: cbor2.dumps(["Signature1", _protected(kid), b"", payload]))
    return cbor2.dumps(cbor2.CBORTag(18, [_protected(kid), {}, payload, signature]))


def _protected(kid: str) -> bytes:
    return cbor2.dumps({1: -7, 4: kid.encode()})


def _line(line: Line) -> list[Any]:
    said = [
        line.benefit, line.amount or None, line.frequency or None, [[c.code, c.level] for c in line.components] or None,
        _day(line.starts), _day(line.ends),
    ]  # fmt: skip
    while said[-1] is None:
        said.pop()
    return said


def _day(day: date | None) -> int | None:
    return (day - date(1970, 1, 1)).days if day else None


def base45(data: bytes) -> str:
    """RFC 9285: the alphabet that a QR holds most tightly."""
    made = []
    for at in range(0, len(data), 2):
        number = int.from_bytes(data[at : at + 2])
        for _ in range(3 if at + 1 < len(data) else 2):
            number, letter = divmod(number, 45)
            made.append(ALPHABET[letter])
    return "".join(made)
