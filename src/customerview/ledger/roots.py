"""The daily root: one signature over every head that changed since the last, and over the last. A cut tail is then found.

Keep roots outside the database too: `customerview ledger export` writes them first.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import psycopg
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from .chain import BEGINNING
from .verify import root_digest


def sign_root(db: psycopg.Connection[Any], day: date, key: ECKey) -> bool:
    """Write the root of a day, once. Needs the worker's login, inside a transaction. False when that day has one."""
    if db.execute("SELECT 1 FROM root WHERE day >= %s", (day,)).fetchone():
        return False
    last = db.execute("SELECT digest, tx::text FROM root ORDER BY day DESC LIMIT 1").fetchone()
    previous, after = (bytes(last[0]), last[1]) if last else (BEGINNING, "0")
    upto = db.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text").fetchone()[0]  # type: ignore[index]
    heads, digest = root_digest(db, after, upto, previous, day)
    signature = jws.serialize_compact({"alg": "ES256", "kid": key.thumbprint()}, digest.hex(), key)
    db.execute(
        "INSERT INTO root (day, tx, heads, digest, previous, signature) VALUES (%s, %s::text::xid8, %s, %s, %s, %s)",
        (day, upto, heads, digest, previous, signature),
    )
    return True


def signed_by(key: ECKey, digest: bytes, signature: str) -> bool:
    """Whether this signature over a root's digest is ours."""
    try:
        return jws.deserialize_compact(signature, key).payload == digest.hex().encode()
    except (JoseError, ValueError):
        return False
