"""`POST /api/v1/payments`: a service line hands in payments it made as expected, by the batch."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.intake import PaymentBatch, receive_payments
from customerview.kernel import Problem, Words
from customerview.perform import Invalid

from .answers import answer
from .problems import NotOk, endpoint
from .requests import caller, object_of

MOST_BYTES = 1_000_000


def hand_in(request: HttpRequest) -> HttpResponse:
    """Keep a batch once, however often it comes."""
    who = caller(request, "records")
    if "line_system" not in who.actor.roles:
        raise NotOk(403, "not-allowed", Words("This client's role cannot do this.", "Ni all rôl y cleient hwn wneud hyn."))
    received = receive_payments(_batch(object_of(request, most=MOST_BYTES)), by=who.actor, secret=who.records)
    return answer(received, 200 if received.again else 201)


def _batch(sent: dict[str, Any]) -> PaymentBatch:
    """The batch, or where it is wrong: which field of which payment."""
    try:
        return msgspec.convert(sent, PaymentBatch)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `$")
        where = path.rstrip("`").replace("[", ".").replace("]", "").lstrip(".") or "reference"
        sentence = Words(f"{said}.", f"Nid yw hwn yn iawn: {said}.")
        raise Invalid([Problem(where, sentence)]) from error


payments = endpoint(post=hand_in)
