"""People with records and sign-ins, for tests of signing in."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from customerview.instructions import catalogue
from customerview.kernel import Actor, job
from customerview.ledger import writing
from customerview.perform import perform

LEADER = Actor(kind="colleague", id="1", roles=frozenset({"team_leader", "case_manager", "agent"}), teams=("pip.case",), line="PIP")


class People:
    """Opens records as the worker does."""

    def __init__(self, database) -> None:
        self.database = database

    def register(self, given="Rhian", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C", **more) -> UUID:
        stream = uuid4()
        self.do("register_customer", stream, given=given, family=family, born=born, nino=nino, source="PIP", lines=("1 High Street",),
                postcode="QA1 1AA", nation="england_and_wales", **more)  # fmt: skip
        return stream

    def do(self, name: str, stream: UUID, by: Actor | None = None, /, **fields):
        with self.database.using("worker"):
            return perform(
                catalogue().actions[name](**fields),
                on=stream,
                by=by or job("opening"),
                ledger=writing(None, catalogue()),
                catalogue=catalogue(),
            )

    def act(self, holder: UUID, person: UUID) -> None:
        """Make one person the other's appointee: the two halves of one link."""
        fields = {
            "type": "appointee",
            "holder": str(holder),
            "name": "Gwen Morgan",
            "starts": date(2024, 5, 2),
            "document": "BF57",
        }
        self.do("record_authority", person, authority="A-1", **fields)
        self.do("record_acts_for", holder, authority="A-1", type="appointee", person=person)

    def asked(self, statement: str, *values):
        with self.database.connect("worker") as db:
            return db.execute(statement, values).fetchall()


@pytest.fixture
def people(database) -> People:
    return People(database)
