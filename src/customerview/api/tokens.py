"""`POST /oauth/token`: OAuth 2.0 client credentials (RFC 6749, section 4.4), and what wallet apps get for an offer (OpenID4VCI 1.0, section 6).

Tokens are short-lived secrets of the ledger's own.

Its errors are the protocol's, not problem documents: OAuth libraries know them.
"""

from __future__ import annotations

import base64
import binascii
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote_plus

import msgspec
from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict

from customerview.instructions import catalogue
from customerview.kernel import LONDON
from customerview.ledger import open_access
from customerview.proofs import PRE_AUTHORISED, take_up

from .clients import Client, proved
from .problems import endpoint
from .requests import SCOPES, scopes_for

LASTS = timedelta(minutes=30)
MOST_BYTES = 4_000


def issue(request: HttpRequest) -> HttpResponse:
    """A bearer token for a client that proves itself by its secret."""
    if request.content_type != "application/x-www-form-urlencoded":
        return oauth_error(400, "invalid_request", "Send it as application/x-www-form-urlencoded.")
    sent = request.read(MOST_BYTES + 1)
    if len(sent) > MOST_BYTES:
        return oauth_error(413, "invalid_request", "Send less.")
    try:
        form = QueryDict(sent, encoding="utf-8")
    except Exception:  # whatever it is that cannot be read as a form
        return oauth_error(400, "invalid_request", "The form cannot be read.")
    if form.get("grant_type") == PRE_AUTHORISED:
        return _for_wallet(form)
    who = _credentials(request, form)
    client = _client(*who) if who else None
    if client is None:
        return oauth_error(401, "invalid_client", "Who asks is not known.", {"WWW-Authenticate": 'Basic realm="customerview"'})
    if form.get("grant_type") != "client_credentials":
        return oauth_error(400, "unsupported_grant_type", "grant_type is client_credentials.")
    may = scopes_for(client)
    scopes = form.get("scope", "").split() or list(may)
    if set(scopes) - set(may):
        return oauth_error(400, "invalid_scope", f"The scopes are: {', '.join(may)}.")
    kind = "checker" if client.role == "checker" else ""  # the database lets this kind look at no record
    records = open_access(client.actor, kind=kind, lasts=LASTS) if kind or "records" in scopes else ""
    feed = open_access(client.actor, feeds=True, lasts=LASTS) if "feed" in scopes else ""
    return oauth_json(200, {
        "access_token": f"{records}.{feed}", "token_type": "Bearer", "expires_in": int(LASTS.total_seconds()),
        "scope": " ".join(s for s in SCOPES if s in scopes),
    })  # fmt: skip


def _for_wallet(form: QueryDict) -> HttpResponse:
    """A token that takes one credential, once. A wrong code and a wrong number are not told apart."""
    code, number = form.get("pre-authorized_code", ""), form.get("tx_code", "")
    if not code or not number:
        return oauth_error(400, "invalid_request", "Send pre-authorized_code and tx_code.")
    given = take_up(code, number)
    if given is None:
        return oauth_error(400, "invalid_grant", "The code or the number is wrong, or the offer has ended.")
    minutes = catalogue().figures.get("common", "wallet_token_minutes", datetime.now(LONDON).date())
    return oauth_json(200, {"access_token": given, "token_type": "Bearer", "expires_in": minutes * 60})


def _credentials(request: HttpRequest, form: QueryDict) -> tuple[str, str] | None:
    """Id and secret, from HTTP Basic (each form-encoded first, as the protocol says) or from the form; never from both."""
    header = request.headers.get("Authorization", "")
    if not header:
        return form.get("client_id", ""), form.get("client_secret", "")
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic" or "client_secret" in form:
        return None
    try:
        id, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return unquote_plus(id), unquote_plus(secret)


def _client(id: str, secret: str) -> Client | None:
    if not id or len(id) > 60 or not id.isprintable() or len(secret) > 200:
        return None
    connection.ensure_connection()
    return proved(connection.connection, id, secret)


def oauth_error(status: int, error: str, description: str, headers: dict[str, str] | None = None) -> HttpResponse:
    return oauth_json(status, {"error": error, "error_description": description}, headers)


def oauth_json(status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> HttpResponse:
    return HttpResponse(
        msgspec.json.encode(body),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


token = endpoint(post=issue)
