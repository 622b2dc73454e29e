"""Opening a customer's record: no look, no page. A look has a reason, and is committed before anything is read.

The reason is a contact, a piece of work, a search, or one that is typed. It lasts until the contact ends or the colleague
signs out; another record is another look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from customerview.instructions import catalogue
from customerview.kernel import LONDON, Asked, Record
from customerview.ledger import View, begun, look, reading

from .before_you_speak import asked_now
from .timeline import day_of

OPEN, RESTRICTED = "open_records", "restricted"
AT_MOST = 30
"""How many records one person may have open in a session: more would be browsing, and each needs its reason again."""

WITHHELD_ROLES = frozenset({"support_lead", "reviewer", "compliance_officer"})
"""Looks by safeguarding, reviewers and counter-fraud are told to nobody close by; a named person releases them."""


def open_record(request: HttpRequest, stream: UUID, reason: str, cause: str = "") -> None:
    """Write the look down; then the record can be read. 404, and no row, when there is no such record."""
    if not begun(request.access, stream):
        raise Http404
    look(
        request.access, stream, request.actor, reason=reason.strip()[:300], cause=cause,
        withheld=bool(request.actor.roles & WITHHELD_ROLES),
    )  # fmt: skip
    held = {k: v for k, v in request.session.get(OPEN, {}).items() if k != str(stream)}
    request.session[OPEN] = dict([*held.items(), (str(stream), reason.strip()[:300])][-AT_MOST:])


def close_record(request: HttpRequest, stream: UUID) -> None:
    """The reason is over. To look again is another look."""
    request.session[OPEN] = {k: v for k, v in request.session.get(OPEN, {}).items() if k != str(stream)}
    request.session.pop(RESTRICTED, None)


def reason_for(request: HttpRequest, stream: UUID) -> str:
    return request.session.get(OPEN, {}).get(str(stream), "")


def about_a_customer(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that shows a customer: without a look, it asks for the reason first."""

    @wraps(page)
    def asked_for(request: HttpRequest, stream: UUID, *args: Any, **values: Any) -> HttpResponse:
        if not reason_for(request, stream):
            here = request.get_full_path() if request.method == "GET" else ""
            return HttpResponseRedirect(f"/staff/customers/{stream}/open" + (f"?{urlencode({'next': here})}" if here else ""))
        return page(request, stream, *args, **values)

    return asked_for


class Opened(NamedTuple):
    """A customer's record as a page needs it. `whole` is for asking guards, never for showing; `as_at` when it is not today's."""

    view: View
    record: Record
    whole: Record
    asked: Asked
    known: datetime | None
    on: date | None

    @property
    def as_at(self) -> bool:
        return self.known is not None or self.on is not None


@contextmanager
def opened(request: HttpRequest, stream: UUID) -> Iterator[Opened]:
    """The record, in a transaction that cannot write. The address may say as known on which day, and about which day."""
    with reading(request.access, catalogue(), request.actor) as view:
        now = datetime.now(LONDON)
        known_day = day_of(request.GET.get("known", ""), now.date())
        on = day_of(request.GET.get("on", ""), now.date())
        known = datetime.combine(known_day + timedelta(days=1), time.min, LONDON) if known_day and known_day < now.date() else None
        if on == now.date() and known is None:
            on = None
        whole = view.whole(stream, known=known, on=on)
        if not whole.begun and known is None:
            raise Http404
        at = known - timedelta(seconds=1) if known else now
        if on:
            at = datetime.combine(on, at.timetz())
        record = whole.seen_by()  # what is restricted has a page of its own, behind a role and a reason
        asked = asked_now(whole, request.actor, at, catalogue(), ages=view.ages())
        yield Opened(view, record, whole, asked, known, on)
