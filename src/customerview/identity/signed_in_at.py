"""Which sessions here came of a sign-in at the provider; all of them end at once when the provider says that it is over.

What is kept are digests, beside the session's own row, and goes with it.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection, transaction

from customerview.config.keys import COLLEAGUES, CUSTOMERS, ORGANISATIONS

from .hashing import digest_of
from .provider import LoggedOut, SignInFailed


def remember(session_key: str, id_token: str) -> None:
    """This session came of the sign-in that this token, which was checked when it came, tells of."""
    claims = _said(id_token)
    client = next((c for c in (COLLEAGUES, ORGANISATIONS, CUSTOMERS) if c in str(claims.get("aud", ""))), "")
    issuer, subject, named = (str(claims.get(name, "")) for name in ("iss", "sub", "sid"))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO signed_in_at VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [session_key, client, digest_of(issuer, subject), digest_of(issuer, named) if named else ""],
        )


def end_all(issuer: str, client: str, told: LoggedOut, close: Callable[[SessionBase], None]) -> int:
    """End every session that came of it, and say how many. `close` shuts what such a session could reach. A token counts once."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    subject, sign_in = (digest_of(issuer, name) if name else "" for name in (told.subject, told.session))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO logout_told VALUES (%s, %s) ON CONFLICT DO NOTHING",
            [digest_of(issuer, told.token), datetime.fromtimestamp(told.until, UTC)],
        )
        if not cursor.rowcount:
            raise SignInFailed("a logout token was sent twice")
        cursor.execute(
            "SELECT session_key FROM signed_in_at WHERE client = %s AND (%s = '' OR subject = %s) AND (%s = '' OR sign_in = %s)",
            [client, subject, subject, sign_in, sign_in],
        )
        keys = [key for (key,) in cursor.fetchall()]
        for key in keys:
            held = store(key)
            close(held)
            held.delete()
    return len(keys)


def _said(token: str) -> dict[str, Any]:
    """What a token says, its signature aside."""
    try:
        body = token.split(".")[1]
        said = json.loads(urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (IndexError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
