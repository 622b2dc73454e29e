"""Pages, as the server makes them: the whole request through middleware, session, looks, record, guards and template; no network."""

from __future__ import annotations

import time
from uuid import UUID

import msgspec
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from benchmarks.house import House
from benchmarks.things_done import AGENT
from benchmarks.timing import Measure, beside
from customerview.identity.session import SignedIn
from customerview.kernel import Actor
from customerview.ledger import open_access

PEOPLE = 120
OPEN = 30
"""So many records one session may have open (portals/colleague/opening.py): more customers take more sessions."""
FLOOR = "a page about nobody (help)"


def pages(house: House) -> list[Measure]:
    """The colleague's page about a customer, a colleague's work, and the customer's own home page."""
    customers = [house.stream(turn) for turn in range(PEOPLE)]
    desks = [at_a_desk(customers[first : first + OPEN]) for first in range(0, PEOPLE, OPEN)]
    at_home = [signed_in(Actor(kind="customer", id=str(s), roles=frozenset({"customer"}), acting_for=s)) for s in customers]

    def desk(turn: int) -> Client:
        return desks[turn % PEOPLE // OPEN]

    return [
        beside(name, run, FLOOR, lambda turn: get(desk(turn), "/help"), times=240)
        for name, run in (
            ("Page: a customer, for a colleague", lambda turn: get(desk(turn), f"/staff/customers/{customers[turn % PEOPLE]}")),
            ("Page: my work", lambda turn: get(desk(turn), "/staff/")),
            ("Page: home, for the customer", lambda turn: get(at_home[turn % PEOPLE], "/account/")),
            ("Page: my messages, for the customer", lambda turn: get(at_home[turn % PEOPLE], "/account/messages")),
        )
    ]


def at_a_desk(customers: list[UUID]) -> Client:
    """A colleague's browser in which these records are open, each with its reason."""
    staff = signed_in(AGENT)
    for stream in customers:
        answer = staff.post(f"/staff/customers/{stream}/open", {"reason": "checking", "why": "To measure how long this page takes"})
        if answer.status_code != 302:
            raise RuntimeError(f"A record was not opened: {answer.status_code}")
    return staff


def signed_in(actor: Actor) -> Client:
    """A browser in which somebody is signed in."""
    now = time.time()
    who = SignedIn(actor=actor, name="Somebody", subject=actor.id, access=open_access(actor), id_token="", since=now, seen=now)
    session = SessionStore()
    session["signed_in"] = msgspec.to_builtins(who)
    session.save()
    client = Client(SERVER_NAME="localhost")
    client.cookies["cv_session"] = session.session_key
    return client


def get(client: Client, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
