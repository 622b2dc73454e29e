"""Playing a life: what people and lines do to one customer's record over years, done through the real `perform`.

A life is made of strands (an award being paid, somebody writing messages, a move of house). A strand is a generator of steps;
it is sent back what came of each. The player takes whichever step comes next and performs it on a ledger in memory that keeps
the one record it is folding, on a clock that the steps set. So the guards, the shares and the duties are those of `perform`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from customerview.instructions import catalogue
from customerview.kernel import Action, Actor, Catalogue, Record, Recorded
from customerview.ledger import Asking, Change
from customerview.ledger.contract import KeptKey
from customerview.perform import NotDone, Performed, perform


class Step(NamedTuple):
    """Somebody does something at a moment. `action` may be worked out from the record as it then is; None: nothing is done."""

    at: datetime
    by: Actor
    action: Action | Callable[[Record], Action | None]
    more: Mapping[str, Any] = {}
    """What else `perform` is told: a reason, the contact it came of, that it may wait for a second person."""


def do(name: str, /, **fields: Any) -> Action:
    """The action of this name: do("report_award", award="PIP-1", …)."""
    return catalogue().actions[name](**fields)


Strand = Generator[Step, Performed | None, None]
"""Steps in the order of their moments. Each `yield` gives what came of the step: None when it was refused or not possible."""


class Life(NamedTuple):
    """One customer as played: every fact, the record they fold into, and every asking of the guards."""

    stream: UUID
    history: list[Recorded]
    record: Record
    askings: list[Asking]

    @property
    def change(self) -> Change:
        """All of it as one change to an empty record, for projections."""
        return Change(
            stream=self.stream, after=0, facts=self.history, record=self.record, owed=list(self.record.duties.open.values()),
            discharged=[],
        )  # fmt: skip


class Stage:
    """A ledger for one customer that keeps the record being folded, so that a step costs the same however long the history."""

    def __init__(self, rules: Catalogue, stream: UUID) -> None:
        self.record = rules.fold.empty(stream)
        self.history: list[Recorded] = []
        self.askings: list[Asking] = []
        self.at = datetime.min.replace(tzinfo=UTC)

    @contextmanager
    def transaction(self, queue: UUID | None = None) -> Iterator[Stage]:
        yield self

    def now(self) -> datetime:
        return self.at

    def load(self, stream: UUID) -> Record:
        return self.record

    def facts(self, stream: UUID, first: int, last: int | None) -> list[Recorded]:
        return self.history[first - 1 : last]

    def ages(self) -> Mapping[str, timedelta | None]:
        return {}

    def append(self, change: Change) -> None:
        self.history += change.facts

    def log(self, asking: Asking) -> None:
        self.askings.append(asking)

    def done_before(self, by: str, key: str) -> KeptKey | None:
        return None

    def keep_key(self, by: str, key: str, digest: bytes, stream: UUID, first: int, last: int) -> None:
        """Nobody sends anything twice here."""


def play(rules: Catalogue, stream: UUID, strands: Iterable[Strand], until: datetime) -> Life:
    """Every step of all strands up to a moment, in the order of time; strands named first go first at the same moment."""
    stage = Stage(rules, stream)
    waiting = [(first.at, turn, first, strand) for turn, strand in enumerate(strands) if (first := next(strand, None))]
    heapq.heapify(waiting)
    while waiting and waiting[0][0] <= until:
        _, turn, step, strand = heapq.heappop(waiting)
        done = take(step, stage, rules, stream)
        with suppress(StopIteration):
            following = strand.send(done)
            heapq.heappush(waiting, (following.at, turn, following, strand))
    return Life(stream, stage.history, stage.record, stage.askings)


def take(step: Step, stage: Stage, rules: Catalogue, stream: UUID) -> Performed | None:
    """Perform one step. What is refused, here as anywhere, does not happen."""
    stage.at = max(stage.at, step.at)
    action = step.action if isinstance(step.action, Action) else step.action(stage.record)
    if action is None:
        return None
    try:
        return perform(action, on=stream, by=step.by, ledger=stage, catalogue=rules, **step.more)
    except NotDone:
        return None
