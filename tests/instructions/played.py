"""Plays what happens to one customer through the real `perform`, in memory: given facts, when somebody acts, then what follows."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from customerview.instructions.records_and_notes.acknowledge_key_facts import AcknowledgeKeyFacts
from customerview.kernel import LONDON, Action, Actor, Catalogue, Fact, Outcome, Owed, Record, Recorded, job
from customerview.ledger.memory import MemoryLedger
from customerview.perform import Performed, Refused, perform


def line_system(line: str) -> Actor:
    return Actor(kind="client", id=f"{line.lower()}-system", roles=frozenset({"line_system"}), line=line)


def colleague(*roles: str, line: str = "PIP", who: str = "1001") -> Actor:
    return Actor(kind="colleague", id=who, roles=frozenset(roles), teams=(f"{line.lower()}.case",), line=line)


class Played:
    """One customer's story. `at` is the clock; `today` moves it."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue, self.stream = catalogue, uuid4()
        self.ledger = MemoryLedger(catalogue)
        self.today = today

    @property
    def today(self) -> date:
        return self.ledger.at.astimezone(LONDON).date()

    @today.setter
    def today(self, day: date) -> None:
        self.ledger.at = datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)

    def given(self, *facts: Fact, by: Actor | None = None, on: date | None = None) -> Played:
        """Facts recorded earlier, as they stand in the ledger."""
        held = self.ledger.streams.setdefault(self.stream, [])
        for fact in facts:
            at = datetime(on.year, on.month, on.day, 10, tzinfo=LONDON) if on else self.ledger.at
            held.append(Recorded(
                stream=self.stream, number=len(held) + 1, fact=fact, by=(by or job("test")).code, at=at, effective=on or self.today,
            ))  # fmt: skip
        return self

    def when(self, action: Action, by: Actor, stream: UUID | None = None, **more: object) -> Performed:
        return perform(action, on=stream or self.stream, by=by, ledger=self.ledger, catalogue=self.catalogue, **more)  # type: ignore[arg-type]

    def refuses(self, action: Action, by: Actor, **more: object) -> list[Outcome]:
        """What stands in the way; fails when nothing does."""
        try:
            self.when(action, by, **more)
        except Refused as refusal:
            return refusal.outcomes
        raise AssertionError(f"{type(action).__name__} was done, and should not have been.")

    def read_by(self, *people: Actor) -> Played:
        """They have read what is new at the head of the record, which comes before any adverse step."""
        for by in people:
            self.when(AcknowledgeKeyFacts(), by)
        return self

    @property
    def record(self) -> Record:
        return self.ledger.load(self.stream)

    def owed(self, duty: str, per: str | None = None) -> Owed | None:
        """The one open duty of this name (for one line, award or person, when `per` is given)."""
        found = [o for o in self.record.duties.open.values() if o.duty == duty and per in (None, o.per)]
        assert len(found) <= 1, f"{duty} is open {len(found)} times"
        return found[0] if found else None

    def owes(self, duty: str, by: date, owner: str, per: str | None = None) -> None:
        found = self.owed(duty, per)
        assert found is not None, f"{duty} is not owed; open are {sorted(self.record.duties.open)}"
        assert (found.due, found.owner) == (by, owner)
