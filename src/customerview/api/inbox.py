"""`/api/v1/inbox`: the proofs that people sent straight to an organisation, for its own system, by its key.

The list is a feed: each that came or moved since the cursor, at least once, in that order. To read one is a fact that the customer
sees; what is no longer shared is told as that, with nothing of whom it was about.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.instructions.proofs.receiving import DealWithSentProof, OpenSentProof
from customerview.instructions.proofs.sent_facts import SentProofOpened
from customerview.kernel import Words
from customerview.ledger import reading
from customerview.organisations import Entry, NoCursor, Opened, TooMany, moved, opened

from .answers import Answer, FieldProblem, answer
from .checks import SENTENCES, ProofShown, shown
from .fields import read_fields
from .language import said
from .problems import NotOk, endpoint
from .requests import Caller, caller, count_asked, object_of

NO_CURSOR = Words("This is not a cursor of the inbox.", "Nid cyrchwr y mewnflwch yw hwn.")
TOO_MANY = Words("This key opened too many. Try again in an hour.", "Agorodd yr allwedd hon ormod. Rhowch gynnig arall arni ymhen awr.")
NOT_HERE = Words(
    "There is no such proof in your inbox, or it is no longer shared.",
    "Nid oes prawf o'r fath yn eich mewnflwch, neu nid yw'n cael ei rannu mwyach.",
)


class WhichSent(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One proof in the inbox, by what its sending is known by."""

    sending: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]


class SentShown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One proof in the inbox. `name` and `purpose` are there only while it is shared."""

    sending: str
    proof: str
    """The reference printed on the proof."""
    received: datetime
    expires: date
    """The last day it can be opened."""
    state: str
    """new, opened, dealt_with or not_shared."""
    name: str = ""
    purpose: str = ""


class Inbox(Answer):
    """What came or moved, in order, each at least once. Ask again with `next`."""

    proofs: list[SentShown]
    next: str
    more: bool


class SentOpened(Answer):
    """A proof as it was issued, and whether it is still current now. The customer sees that you opened it."""

    sending: str
    answer: str
    """current, no_longer_current or cannot_check_now."""
    words: str
    reference: str
    """Of this reading; keep it with your record."""
    at: datetime
    proof: ProofShown | None = None
    """Only when the proof is current."""


class Acknowledged(Answer):
    """It is marked as dealt with; the customer sees that."""

    sending: str


def follow(request: HttpRequest) -> HttpResponse:
    """The inbox as a feed."""
    who, limit = caller(request, "inbox"), count_asked(request, "limit", default=100, most=1000)
    try:
        with reading(who.records, catalogue()) as view:
            page = moved(view, after=request.GET.get("after", "")[:200], most=limit)
    except NoCursor as error:
        raise NotOk(422, "invalid", NO_CURSOR, problems=[FieldProblem(field="after", words=said(NO_CURSOR))]) from error
    return answer(Inbox(proofs=[_listed(one) for one in page.entries], next=page.next, more=len(page.entries) == limit))


def read(request: HttpRequest) -> HttpResponse:
    """Open one: written down first, then shown."""
    who = caller(request, "inbox")
    sending = _which(request)
    with _in_reach(who, sending) as one:
        done = one.do(OpenSentProof(sending=sending)) if one else None
        issued = one.issued() if one else None
    if done is None:
        raise NotOk(404, "not-found", NOT_HERE)
    (happened,) = [f for f in done.facts if isinstance(f.fact, SentProofOpened)]
    told = happened.fact
    return answer(SentOpened(
        sending=sending, answer=told.answer, words=said(SENTENCES[told.answer]), reference=told.reference, at=happened.at,
        proof=shown(issued, happened.at) if issued and told.answer == "current" else None,
    ))  # fmt: skip


def acknowledge(request: HttpRequest) -> HttpResponse:
    """Mark one as dealt with. Again does nothing more."""
    who = caller(request, "inbox")
    sending = _which(request)
    with _in_reach(who, sending) as one:
        if one is None:
            raise NotOk(404, "not-found", NOT_HERE)
        one.do(DealWithSentProof(sending=sending))
    return answer(Acknowledged(sending=sending))


@contextmanager
def _in_reach(who: Caller, sending: str) -> Iterator[Opened | None]:
    """Raises NotOk when the key opened too many."""
    try:
        with opened(who.records, who.actor, sending) as one:
            yield one
    except TooMany as error:
        raise NotOk(429, "too-many", TOO_MANY, headers={"Retry-After": "3600"}) from error


def _which(request: HttpRequest) -> str:
    return WhichSent(**read_fields(WhichSent, object_of(request), {}, None)).sending


def _listed(one: Entry) -> SentShown:
    return SentShown(
        sending=one.sending,
        proof=one.proof,
        received=one.received,
        expires=one.expires,
        state=one.place,
        name=one.name,
        purpose=one.purpose,
    )


inbox = endpoint(get=follow)
inbox_open = endpoint(post=read)
inbox_acknowledge = endpoint(post=acknowledge)
