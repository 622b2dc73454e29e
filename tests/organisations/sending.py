"""A customer who sends a proof to an organisation, and whoever reads it there."""

from __future__ import annotations

from customerview.instructions import catalogue
from customerview.instructions.proofs.issue_proof import provable
from customerview.kernel import Actor
from customerview.ledger import open_access, reading, writing
from customerview.perform import perform
from tests.api.test_checks import AWARD
from tests.portals.organisation.test_organisation import Town


class Sender:
    """A customer with a proof."""

    def __init__(self, desk) -> None:
        self.desk, self.stream = desk, desk.customer(AWARD)
        self.by = Actor(kind="customer", id=str(self.stream), roles=frozenset({"customer"}), acting_for=self.stream)
        self.secret = open_access(self.by)
        with reading(self.secret, catalogue(), self.by) as view:
            awards = tuple(choice.value for choice in provable(view.record(self.stream)))
        self.proof = self.do("issue_proof", awards=awards, purpose="council_tax")[0].fact.reference

    def do(self, action: str, **values):
        asked = catalogue().actions[action](**values)
        return perform(asked, on=self.stream, by=self.by, ledger=writing(self.secret, catalogue()), catalogue=catalogue()).facts

    def send(self, town: Town, name: str = "") -> str:
        return self.do("send_proof", proof=self.proof, organisation=str(town.stream), name=name or town.known().name)[0].fact.sending

    def told(self) -> list[str]:
        with reading(self.secret, catalogue(), self.by) as view:
            return [said for f in view.timeline(self.stream) if (said := f.say("customer"))]


def of(town: Town, code: str = "S-1", *subject: str) -> tuple[str, Actor]:
    by = town.joins(code, *subject) if not town.known().staff[code].subject else town.as_staff(code)
    return open_access(by), by
