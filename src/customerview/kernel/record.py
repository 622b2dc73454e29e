"""Idea 2, the record: a customer is the fold of their facts.

Chapters give slices: what they fold their facts into. A slice is bounded (what is open or in force, dated periods, counts)
and can be kept in a snapshot. Slices do not handle corrections: the fold puts the replacement in the corrected fact's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

import msgspec

from .fact import Fact, FactKinds, Recorded
from .facts import (
    ActionProposed,
    FactCorrected,
    FactShared,
    ProposalApproved,
    ProposalDeclined,
    ReceiptRecorded,
    RecordsFoundToBeOne,
    RecordsFoundToBeTwo,
)
from .owed import Bookkeeper, DutyBook


def folds(*kinds: type[Fact]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark a slice's method as the one that takes these kinds of fact in: `def took_in(self, fact, happened)`."""

    def mark(method: Callable[..., None]) -> Callable[..., None]:
        method.folds = kinds  # type: ignore[attr-defined]
        return method

    return mark


def keep_latest(held: dict[Any, Any], most: int) -> None:
    """Drop the oldest of what is held, until so many are left."""
    while len(held) > most:
        held.pop(next(iter(held)))


class Slice(msgspec.Struct, kw_only=True):
    """Base of every slice. All fields have defaults; `slice_name` is how the record calls it: `record.payments`."""

    slice_name: ClassVar[str]

    @classmethod
    def folded(cls) -> dict[type[Fact], str]:
        """Which kinds it folds, and the method for each."""
        found: dict[type[Fact], str] = {}
        for name, method in vars(cls).items():
            for kind in getattr(method, "folds", ()):
                if kind in found:
                    raise ValueError(f"{cls.__name__} folds {kind.__name__} twice.")
                found[kind] = name
        return found

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Slice:
        """What somebody with these restricted tiers may see of it. A slice that folds restricted facts must say."""
        return self


class Proposal(msgspec.Struct, kw_only=True):
    number: int
    action: str
    body: bytes
    approver: str
    by: str


class Proposals(Slice, kw_only=True):
    """What waits for a second person."""

    slice_name: ClassVar[str] = "proposals"
    open: dict[int, Proposal] = {}

    @folds(ActionProposed)
    def proposed(self, fact: ActionProposed, happened: Recorded) -> None:
        self.open[happened.number] = Proposal(
            number=happened.number, action=fact.action, body=fact.body, approver=fact.approver, by=happened.by
        )

    @folds(ProposalApproved, ProposalDeclined)
    def settled(self, fact: ProposalApproved | ProposalDeclined, happened: Recorded) -> None:
        self.open.pop(fact.proposal, None)


class Shares(Slice, kw_only=True):
    """Receipts still awaited: "share:of:recipient" to the moment it was shared; and who confirmed the latest of each share."""

    slice_name: ClassVar[str] = "shares"
    awaited: dict[str, datetime] = {}
    confirmed: dict[str, datetime] = {}

    @folds(FactShared)
    def shared(self, fact: FactShared, happened: Recorded) -> None:
        self.awaited[share_key(fact)] = happened.at

    @folds(ReceiptRecorded)
    def received(self, fact: ReceiptRecorded, happened: Recorded) -> None:
        if self.awaited.pop(share_key(fact), None) is not None:
            self.confirmed[f"{fact.share}:{fact.recipient}"] = happened.at


class Joined(Slice, kw_only=True):
    """The other streams found to be this same person's."""

    slice_name: ClassVar[str] = "joined"
    others: list[UUID] = []

    @folds(RecordsFoundToBeOne)
    def one(self, fact: RecordsFoundToBeOne, happened: Recorded) -> None:
        if fact.other not in self.others:
            self.others.append(fact.other)

    @folds(RecordsFoundToBeTwo)
    def two(self, fact: RecordsFoundToBeTwo, happened: Recorded) -> None:
        if fact.other in self.others:
            self.others.remove(fact.other)


def share_key(fact: FactShared | ReceiptRecorded) -> str:
    return f"{fact.share}:{fact.of}:{fact.recipient}"


KERNEL_SLICES: list[type[Slice]] = [Proposals, Shares, Joined]


class Record:
    """One customer as the fold of their facts up to `number`, read for the day `on`."""

    __slots__ = ("at", "duties", "number", "on", "slices", "stream")

    def __init__(self, stream: UUID, slices: dict[str, Slice], duties: DutyBook, number: int, at: datetime | None, on: date | None):
        self.stream, self.slices, self.duties, self.number, self.at, self.on = stream, slices, duties, number, at, on

    def __getattr__(self, name: str) -> Any:
        try:
            return self.slices[name]
        except KeyError:
            raise AttributeError(f"No chapter gives the record a slice called {name!r}.") from None

    @property
    def begun(self) -> bool:
        """Whether anything is recorded in it at all."""
        return self.number > 0

    def seen_by(self, tiers: frozenset[str] = frozenset(), representative: bool = False) -> Record:
        """The record as somebody with these tiers may see it; guards fold everything, people see this."""
        shown = {name: part.seen_by(tiers, representative) for name, part in self.slices.items()}
        return Record(self.stream, shown, self.duties, self.number, self.at, self.on)


class Fold:
    """Turns facts into a record. Made once from the declarations; pure, and the same on any later day."""

    def __init__(self, slices: list[type[Slice]], kinds: FactKinds, bookkeeper: Bookkeeper) -> None:
        self.slices = {s.slice_name: s for s in [*KERNEL_SLICES, *slices]}
        self.kinds, self.bookkeeper = kinds, bookkeeper
        self._takers: dict[type[Fact], list[tuple[str, Callable[..., None]]]] = {}
        for name, cls in self.slices.items():
            for kind, method in cls.folded().items():
                self._takers.setdefault(kind, []).append((name, getattr(cls, method)))

    def empty(self, stream: UUID, on: date | None = None) -> Record:
        return Record(stream, {name: cls() for name, cls in self.slices.items()}, DutyBook(), 0, None, on)

    def take(self, record: Record, happened: Recorded) -> None:
        """One more fact. A correction needs the whole history again: use `of`."""
        for name, method in self._takers.get(type(happened.fact), ()):
            method(record.slices[name], happened.fact, happened)
        record.number, record.at = happened.number, happened.at
        self.bookkeeper.enter(record.duties, happened, record)

    def of(self, stream: UUID, history: Iterable[Recorded], on: date | None = None) -> Record:
        """The record of a whole history, corrected facts replaced in their place."""
        record = self.empty(stream, on)
        for happened in self.corrected(history):
            self.take(record, happened)
        return record

    def corrected(self, history: Iterable[Recorded]) -> list[Recorded]:
        """The history with each corrected fact replaced where it stood, or left out when there is no replacement."""
        history = list(history)
        corrections = {(h.stream, h.fact.corrects): h.fact for h in history if isinstance(h.fact, FactCorrected)}
        if not corrections:
            return history
        told = []
        for happened in history:
            correction = corrections.get((happened.stream, happened.number))
            if correction is None:
                told.append(happened)
            elif correction.replacement_code:
                right = self.kinds.decode(correction.replacement_code, correction.replacement, correction.replacement_apart or None)
                effective = correction.replacement_effective or happened.effective
                told.append(msgspec.structs.replace(happened, fact=right, effective=effective))
            else:
                told.append(msgspec.structs.replace(happened, fact=_TAKEN_OUT))
        return told

    def keep(self, record: Record) -> bytes:
        """The record's state for a snapshot."""
        return _encoder.encode({"slices": record.slices, "duties": record.duties, "at": record.at})

    def again(self, stream: UUID, number: int, state: bytes, on: date | None = None) -> Record:
        """The record from a snapshot."""
        held = msgspec.msgpack.decode(state, type=_Kept)
        slices = {name: msgspec.msgpack.decode(held.slices[name], type=cls) for name, cls in self.slices.items()}
        return Record(stream, slices, held.duties, number, held.at, on)


class _Kept(msgspec.Struct):
    slices: dict[str, msgspec.Raw]
    duties: DutyBook
    at: datetime | None


class _TakenOut(Fact):
    """Stands where a fact was found never to have happened."""


_TAKEN_OUT = _TakenOut()
_encoder = msgspec.msgpack.Encoder()
