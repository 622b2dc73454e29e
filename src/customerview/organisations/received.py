"""An organisation's inbox: what is in it, finding one, and opening it for the moment it takes to do something with it.

page = inbox_page(view, mine="S-1")                     new first; `inbox_page(view, after=page.next)` goes on
found = find_sent(view, proof=…, name=…, born=…)
with opened(access, actor, sending) as one:        its record is in reach for a minute, for this and nobody else
    done = one.do(OpenSentProof(sending=sending))
    issued = one.issued()
"""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import ProofIssued
from customerview.instructions.proofs.issue_proof import safely
from customerview.kernel import LONDON, Action, Actor
from customerview.ledger import View, close_access, reading, writing
from customerview.perform import Performed, perform

from .inbox import NO_LONGER_SHARED
from .names import bare

A_PAGE = 25
PLACES = ("new", "opened", "dealt_with", "not_shared")
COLUMNS = "sending, proof, purpose, name, born, received, expires, place, assigned, tx::text"


NAMED = "SELECT sending FROM inbox WHERE organisation = (SELECT inbox_owner()) AND {0} >= %s AND {0} < %s ORDER BY {0} LIMIT 200"
"""Those whose name begins so: by bounds and not by a pattern, which row security would let no index answer."""
LAST = chr(0x10FFFF)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One proof in an inbox, as a list shows it. What is no longer shared says nothing of whom or what for."""

    sending: str
    proof: str
    purpose: str
    name: str
    born: date | None
    received: datetime
    expires: date
    place: str
    assigned: str
    tx: str

    @property
    def shared(self) -> bool:
        return self.place != "not_shared"


class Entries(msgspec.Struct, frozen=True, kw_only=True):
    """A page of an inbox, and where the next begins: empty when there is none. Nobody needs to understand it."""

    entries: list[Entry]
    next: str = ""


class NoCursor(ValueError):
    """Not a place in this inbox."""


def counts(view: View) -> dict[str, int]:
    """How many are new: what a menu says, up to 100."""
    row = view.execute("SELECT count(*) FROM (SELECT FROM inbox WHERE organisation = (SELECT inbox_owner()) AND place = 0 AND expires >= %s LIMIT 100) n",
                       (_today(view),)).fetchone()  # fmt: skip
    return {"new": row[0] if row else 0}


def inbox_page(view: View, *, after: str = "", place: str = "", mine: str = "", most: int = A_PAGE) -> Entries:
    """New ones first, each the latest first; only those in this place, or that this member of staff looks after."""
    where, values = ["organisation = (SELECT inbox_owner())"], list[Any]()
    if place:
        where.append("place = %s")
        values.append(PLACES.index(place))
    if mine:
        where.append("assigned <> '' AND assigned = %s")
        values.append(mine)
    order, found = "ORDER BY place, received DESC, sending DESC LIMIT %s", list[Entry]()
    if after:  # the rest of the place where the last page ended, then the places after it: each by the index
        at, received, sending = _cursor(after, 3)
        if at not in ("0", "1", "2", "3") or not re.fullmatch(r"[0-9T:.+-]{19,40}", received):
            raise NoCursor(after)
        rest = [*where, "place = %s::int2", "(received, sending) < (%s::timestamptz, %s)"]
        found = _entries(view, f"{' AND '.join(rest)} {order}", [*values, at, received, sending, most + 1])
        where.append("place > %s::int2")
        values.append(at)
    if len(found) <= most:
        found += _entries(view, f"{' AND '.join(where)} {order}", [*values, most + 1 - len(found)])
    last = found[most - 1] if len(found) > most else None
    return Entries(entries=found[:most], next=_as_cursor(PLACES.index(last.place), last.received.isoformat(), last.sending) if last else "")


def find_sent(view: View, *, proof: str = "", name: str = "", born: date | None = None, most: int = A_PAGE) -> list[Entry]:
    """By the reference of the proof, or by how a name or a family name begins, or a date of birth; what is no longer shared only by its reference."""
    where, values = ["organisation = (SELECT inbox_owner())"], list[Any]()
    if proof:
        where.append("proof = %s")
        values.append(proof)
    if words := bare(name):
        where.append(f"sending IN (({NAMED.format('bare')}) UNION ({NAMED.format('family')}))")
        values += [words, f"{words}{LAST}"] * 2
    if born is not None:
        where.append("born = %s")
        values.append(born)
    if not values:
        return []
    return _entries(view, f"{' AND '.join(where)} ORDER BY place, received DESC LIMIT %s", [*values, most])


def moved(view: View, *, after: str = "", most: int = 100) -> Entries:
    """What came or moved since a place in the feed, in that order: each at least once, and none is missed. Always says where to go on."""
    tx, sending = _cursor(after, 2) if after else ("0", "")
    if not re.fullmatch(r"[0-9]{1,18}", tx):
        raise NoCursor(after)
    found = _entries(
        view,
        "organisation = (SELECT inbox_owner()) AND (tx, sending) > (%s::text::xid8, %s) AND tx < pg_snapshot_xmin(pg_current_snapshot())"
        " ORDER BY inbox.tx, inbox.sending LIMIT %s",
        [tx, sending, most],
    )
    last = found[-1] if found else None
    return Entries(entries=found, next=_as_cursor(last.tx, last.sending) if last else after or _as_cursor("0", ""))


def entry(view: View, sending: str) -> Entry | None:
    """One of them, when it is in this inbox."""
    found = _entries(view, "organisation = (SELECT inbox_owner()) AND sending = %s", [sending])
    return found[0] if found else None


class Opened:
    """One sent proof, in reach for a moment."""

    def __init__(self, secret: str, by: Actor, stream: UUID, sending: str) -> None:
        self.secret, self.by, self.stream, self.sending = secret, by, stream, sending

    def do(self, action: Action) -> Performed:
        """Written down in the customer's own record, under the organisation's name. Raises what `perform` raises."""
        return perform(action, on=self.stream, by=self.by, ledger=writing(self.secret, catalogue()), catalogue=catalogue())

    def issued(self) -> ProofIssued | None:
        """The proof as it was issued, without an address that was found not to be safe."""
        with reading(self.secret, catalogue(), self.by) as view:
            record = view.whole(self.stream)
            sent = record.proofs.sent.get(self.sending)
            found = view.fact(self.stream, sent.number) if sent else None
        return safely(found.fact, record) if found is not None and isinstance(found.fact, ProofIssued) else None


class TooMany(Exception):
    """This member of staff, or this key, opened as many as anybody does in so short a time."""


@contextmanager
def opened(access: str, by: Actor, sending: str) -> Iterator[Opened | None]:
    """None when it is not in this inbox, or not shared any more. Raises TooMany."""
    ours, figures, today = secrets.token_urlsafe(32), catalogue().figures, datetime.now(LONDON).date()
    most = figures.get("common", "inbox_openings_by_key" if by.kind == "client" else "inbox_openings_by_person", today)
    span = timedelta(minutes=figures.get("common", "inbox_openings_minutes", today))
    with transaction.atomic():
        connection.connection.execute("SELECT set_config('customerview.token', %s, true)", (access,))
        (found,) = connection.connection.execute("SELECT open_inbox(%s, %s, %s, %s)", (sending, ours, most, span)).fetchone()
    if found == "locked":
        raise TooMany
    if found is None:
        yield None
        return
    stream = UUID(found)
    actor = msgspec.structs.replace(by, acting_for=stream) if by.kind == "organisation" else by
    try:
        yield Opened(ours, actor, stream, sending)
    finally:
        close_access(ours)


def _entries(view: View, where: str, values: list[Any]) -> list[Entry]:
    names = [c.partition("::")[0] for c in COLUMNS.split(", ")]
    today = _today(view)
    made = []
    for row in view.execute(f"SELECT {COLUMNS} FROM inbox WHERE {where}", values).fetchall():
        told = dict(zip(names, row, strict=True))
        if told["place"] == NO_LONGER_SHARED or told["expires"] < today:
            told |= {"place": NO_LONGER_SHARED, "name": "", "born": None, "purpose": ""}
        made.append(Entry(**told | {"place": PLACES[told["place"]]}))
    return made


def _today(view: View) -> date:
    return view.now().astimezone(LONDON).date()


def _as_cursor(*parts: object) -> str:
    return urlsafe_b64encode("|".join(str(p) for p in parts).encode()).decode().rstrip("=")


def _cursor(text: str, parts: int) -> list[str]:
    try:
        found = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split("|")
    except ValueError as error:
        raise NoCursor(text) from error
    if len(found) != parts:
        raise NoCursor(text)
    return found
