"""A few people in a real database."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from customerview.instructions import catalogue
from customerview.kernel import Actor, job
from customerview.ledger import open_access, reading, writing
from customerview.linkage import search
from customerview.perform import perform

REGISTRAR = job("opening")
AGENT = Actor(kind="colleague", id="4711", roles=frozenset({"agent"}), teams=("pip.case",), line="PIP")


class People:
    """Opens records as the worker does, and looks for people as a colleague does."""

    def __init__(self, database) -> None:
        self.database = database

    def register(self, given="Rhian", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C", postcode="QA1 1AA", **more) -> UUID:
        stream = uuid4()
        self.do("register_customer", stream, given=given, family=family, born=born, nino=nino, source="PIP", lines=("1 High Street",),
                postcode=postcode, nation="england_and_wales", **more)  # fmt: skip
        return stream

    def do(self, name: str, stream: UUID, by: Actor = REGISTRAR, **fields):
        action = catalogue().actions[name](**fields)
        with self.database.using("worker"):
            return perform(action, on=stream, by=by, ledger=writing(None, catalogue()), catalogue=catalogue())

    def find(self, **asked):
        with reading(open_access(AGENT), catalogue(), AGENT) as view:
            return search(view, **asked)


@pytest.fixture
def people(own_database) -> People:
    return People(own_database)
