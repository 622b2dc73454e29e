"""A village office on a real PostgreSQL."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from customerview.kernel import Actor
from customerview.ledger import PostgresLedger, look, open_access, writing
from customerview.perform import perform
from tests.kernel.village import AGENT, Register, village


class House:
    """Acts on the database as the web does: each person with their own secret."""

    def __init__(self) -> None:
        self.catalogue = village()
        self.secret = open_access(AGENT)

    def ledger(self, secret: str | None) -> PostgresLedger:
        return writing(secret, self.catalogue)

    def customer(self) -> UUID:
        """A new customer, registered by the agent."""
        stream = uuid4()
        look(self.secret, stream, AGENT, reason="registering a new customer")
        self.do(Register(name="Ann"), stream)
        return stream

    def do(self, action, stream: UUID, *, by: Actor = AGENT, secret: str | None = None, **more):
        return perform(action, on=stream, by=by, ledger=self.ledger(secret or self.secret), catalogue=self.catalogue, **more)


@pytest.fixture(autouse=True)
def no_rooms(monkeypatch) -> None:
    """The village has no rooms: nothing is projected unless a test says so."""
    monkeypatch.setattr("customerview.ledger.access.projections", lambda: ())


@pytest.fixture
def house(database) -> House:
    return House()


def customer_of(stream: UUID) -> Actor:
    return Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)
