"""What a request says: who asks, why, what they saw, and the body. Everything odd about it is told at once, and kindly."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote

import msgspec
from django.http import HttpRequest

from customerview.instructions import catalogue
from customerview.intake import heard
from customerview.kernel import Actor, Words
from customerview.ledger import reading

from .answers import FieldProblem
from .clients import Client, holding
from .language import said
from .problems import NotOk

MOST_BYTES = 100_000
"""No action needs more. What is long (a document, a batch) comes by its own operation."""

SCOPES = ("records", "feed", "checks", "inbox")


def scopes_for(client: Client) -> tuple[str, ...]:
    """A checker checks proofs, and reads the inbox of the organisation whose system it is; nobody else does by the API."""
    if client.role == "checker":
        return ("checks", "inbox") if client.organisation else ("checks",)
    return ("records", "feed")


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks. The bearer token is two secrets of the ledger: one reaches records, look by look; the other reads the feed.

    A checker's first secret reaches nothing at all: it only says who they are."""

    client: Client
    records: str
    feed: str

    @property
    def actor(self) -> Actor:
        return self.client.actor


def caller(request: HttpRequest, scope: str) -> Caller:
    """The client that holds this token, if the token has this scope. Raises NotOk."""
    found = re.fullmatch(r"Bearer ([A-Za-z0-9_-]{0,100})\.([A-Za-z0-9_-]{0,100})", request.headers.get("Authorization", ""))
    if not found:
        raise NotOk(401, "unauthorised", NO_TOKEN, headers={"WWW-Authenticate": 'Bearer realm="customerview"'})
    records, feed = found.groups()
    with reading(records or feed, catalogue()) as view:
        client = holding(view.db)
    if client is None:
        raise NotOk(401, "unauthorised", OLD_TOKEN, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    if scope not in scopes_for(client) or not (feed if scope == "feed" else records):
        raise NotOk(403, "not-allowed", NO_SCOPE, headers={"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{scope}"'})
    if client.role == "line_system":
        heard(client.line)
    request.caller = Caller(client=client, records=records, feed=feed)  # type: ignore[attr-defined]
    return request.caller  # type: ignore[attr-defined]


NO_TOKEN = Words("Get a token at /oauth/token and send it as Authorization: Bearer.",
                 "Ceisiwch docyn yn /oauth/token a'i anfon fel Authorization: Bearer.")  # fmt: skip
OLD_TOKEN = Words(
    "This token is not known, or is over. Get another.", "Nid yw'r tocyn hwn yn hysbys, neu mae wedi dod i ben. Ceisiwch un arall."
)
NO_SCOPE = Words("This token was not given for this.", "Ni roddwyd y tocyn hwn ar gyfer hyn.")


def reason(request: HttpRequest, instead: str = "") -> str:
    """Why a record is looked at, from the Reason header. It is kept, and shown to the customer. Raises NotOk."""
    text = header_text(request, "Reason") or instead
    if not 3 <= len(text) <= 300:
        raise NotOk(422, "invalid", NO_REASON, problems=[FieldProblem(field="Reason", words=said(NO_REASON))])
    return text


NO_REASON = Words("Say in the Reason header, in 3 to 300 characters, why you look at this record. The customer can read it.",
                  "Dywedwch yn y pennyn Reason, mewn 3 i 300 nod, pam rydych yn edrych ar y cofnod hwn. Gall y cwsmer ei ddarllen.")  # fmt: skip


def header_text(request: HttpRequest, name: str) -> str:
    """A header that holds words. What ASCII cannot say comes percent-encoded as UTF-8."""
    text = unquote(request.headers.get(name, ""), errors="replace").strip()
    if not text.isprintable():
        raise NotOk(422, "invalid", ODD_CHARACTERS, problems=[FieldProblem(field=name, words=said(ODD_CHARACTERS))])
    return text


ODD_CHARACTERS = Words("Leave out characters that cannot be read.", "Gadewch allan nodau na ellir eu darllen.")


def number_seen(request: HttpRequest) -> int | None:
    """The number of the last fact the client saw, from If-Match; None when it does not say."""
    told = request.headers.get("If-Match", "").strip()
    if told in ("", "*"):
        return None
    found = re.fullmatch(r'(?:W/)?"?([0-9]{1,9})"?', told)
    if not found:
        raise NotOk(422, "invalid", NOT_A_NUMBER, problems=[FieldProblem(field="If-Match", words=said(NOT_A_NUMBER))])
    return int(found[1])


NOT_A_NUMBER = Words("If-Match carries the number you saw, as in the ETag.", "Mae If-Match yn cario'r rhif a welsoch, fel yn yr ETag.")


def idempotency_key(request: HttpRequest) -> str:
    """The key by which a repeat is known; empty when there is none."""
    key = request.headers.get("Idempotency-Key", "").strip()
    if key and not re.fullmatch(r"[\x21-\x7e]{1,200}", key):
        raise NotOk(422, "invalid", ODD_KEY, problems=[FieldProblem(field="Idempotency-Key", words=said(ODD_KEY))])
    return key


ODD_KEY = Words("A key is up to 200 characters, without spaces.", "Mae allwedd hyd at 200 nod, heb fylchau.")


def body_of(request: HttpRequest, *, most: int = MOST_BYTES) -> Any:
    """The JSON that was sent. Raises NotOk for another media type, for too much of it, and for what is not JSON."""
    if request.content_type != "application/json":
        raise NotOk(415, "wrong-media-type", Words("Send it as application/json.", "Anfonwch ef fel application/json."))
    sent = request.read(most + 1)
    if len(sent) > most:
        raise NotOk(413, "too-large", Words(f"Send at most {most} bytes.", f"Anfonwch {most} beit ar y mwyaf."))
    try:
        return msgspec.json.decode(sent)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise NotOk(400, "unreadable", Words("The body is not JSON.", "Nid JSON yw'r corff.")) from error


def object_of(request: HttpRequest, *, most: int = MOST_BYTES) -> dict[str, Any]:
    """The JSON object that was sent."""
    body = body_of(request, most=most)
    if not isinstance(body, dict):
        raise NotOk(422, "invalid", Words("Send an object with the fields.", "Anfonwch wrthrych gyda'r meysydd."))
    return body


def moment_asked(request: HttpRequest, name: str) -> datetime | None:
    """A moment from the address, with its zone."""
    return _asked(request, name, datetime, Words("Give a moment with its zone, like 2026-11-24T09:30:00Z.",
                                                 "Rhowch eiliad gyda'i chylchfa, fel 2026-11-24T09:30:00Z."))  # fmt: skip


def day_asked(request: HttpRequest, name: str) -> date | None:
    return _asked(request, name, date, Words("Give a day, like 2026-11-24.", "Rhowch ddiwrnod, fel 2026-11-24."))


def _asked(request: HttpRequest, name: str, kind: type[Any], sentence: Words) -> Any:
    if name not in request.GET:
        return None
    try:
        value = msgspec.convert(request.GET[name].replace(" ", "+"), kind)
        aware = not isinstance(value, datetime) or value.tzinfo is not None
        if aware and 1900 <= value.year <= 2200:
            return value
    except msgspec.ValidationError:
        pass
    raise NotOk(422, "invalid", sentence, problems=[FieldProblem(field=name, words=said(sentence))])


def count_asked(request: HttpRequest, name: str, *, default: int, most: int) -> int:
    told = request.GET.get(name, str(default))
    if re.fullmatch(r"[0-9]{1,6}", told, re.ASCII) and 1 <= int(told) <= most:
        return int(told)
    sentence = Words(f"Give a number from 1 to {most}.", f"Rhowch rif o 1 i {most}.")
    raise NotOk(422, "invalid", sentence, problems=[FieldProblem(field=name, words=said(sentence))])


def flag_asked(request: HttpRequest, name: str) -> bool:
    told = request.GET.get(name, "false")
    if told in ("true", "false"):
        return told == "true"
    sentence = Words("Say true or false.", "Dywedwch true neu false.")
    raise NotOk(422, "invalid", sentence, problems=[FieldProblem(field=name, words=said(sentence))])
