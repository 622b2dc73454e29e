"""`POST /notify/receipts` and `/notify/returned-letters`: where GOV.UK Notify tells us what became of what we sent.

It proves itself by the bearer token we gave it. What it says is written down and confirmed at once; the worker acts on it. Of whom
it speaks (an address, a number) nothing is kept.
"""

from __future__ import annotations

import hmac
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.config.home import secret
from customerview.correspondence import RETURNED, told
from customerview.kernel import Words

from .problems import NotOk, endpoint

MOST_BYTES = 20_000


class Receipt(msgspec.Struct, frozen=True):
    """What of a delivery receipt concerns us; the rest is not even read."""

    id: UUID
    status: str


class Returned(msgspec.Struct, frozen=True):
    """A letter that the post brought back."""

    notification_id: UUID


def receipts(request: HttpRequest) -> HttpResponse:
    """An email or text arrived or did not; a letter was printed or not."""
    one = _read(request, Receipt)
    told(one.id, one.status)
    return HttpResponse(status=204)


def returned_letters(request: HttpRequest) -> HttpResponse:
    """A letter came back."""
    told(_read(request, Returned).notification_id, RETURNED)
    return HttpResponse(status=204)


def _read(request: HttpRequest, kind: type[Any]) -> Any:
    """The body, when it comes from whom we gave the token. Raises NotOk."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(bearer.encode(), secret("notify_callbacks").encode()):
        raise NotOk(401, "unauthorised", NOT_KNOWN, headers={"WWW-Authenticate": 'Bearer realm="notify"'})
    body = request.read(MOST_BYTES + 1)
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise NotOk(422, "unreadable", NOT_READ) from None


NOT_KNOWN = Words("The bearer token is not the one that was given to GOV.UK Notify.", "Nid y tocyn hwn yw'r un a roddwyd i GOV.UK Notify.")
NOT_READ = Words("This is not what GOV.UK Notify sends.", "Nid dyma'r hyn y mae GOV.UK Notify yn ei anfon.")

receipt = endpoint(post=receipts)
returned = endpoint(post=returned_letters)
