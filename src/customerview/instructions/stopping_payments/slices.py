"""What the record knows of stopped payments: `suspensions` and `conferences`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    BearingReceived,
    ConferenceHeld,
    HoldingsSearched,
    LiftDecided,
    PaymentResumed,
    PaymentSuspended,
    ProtectiveHoldEnded,
    ProtectiveHoldPlaced,
    SuspensionAcknowledged,
    SuspensionAsked,
    SuspensionExplained,
    SuspensionReviewed,
    UnguardedSuspensionAnswered,
)


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """The last search of what is held, and whether it answered the doubt."""

    day: date
    answered: bool
    number: int


class Suspension(msgspec.Struct, kw_only=True):
    """One suspension. `stage`: asked, acknowledged, suspended, or lifting (decided, not yet paid again)."""

    award: str
    benefit: str
    line: str
    ground: str
    doubt: str = ""
    stage: str
    since: date
    number: int
    reviewed: date | None = None
    review: int = 0
    """The number of the last review: what came in later is not weighed yet."""
    explained: bool = False
    unguarded: tuple[str, ...] = ()


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """One protective hold."""

    award: str
    benefit: str
    line: str
    ground: str
    until: date
    safe_way: str
    number: int


class Suspensions(Slice, kw_only=True):
    """What is suspended, being suspended or held to protect somebody, by award; and what was searched before."""

    slice_name: ClassVar[str] = "suspensions"
    open: dict[str, Suspension] = {}
    holds: dict[str, Hold] = {}
    searched: dict[str, Search] = {}
    bearing: dict[str, int] = {}
    """The number of the last thing received that bears on the doubt about each award."""
    held_before: dict[str, date] = {}
    """The last day of the latest protective hold of each award: one may not follow another to get round the limit."""

    @folds(SuspensionAsked)
    def asked(self, fact: SuspensionAsked, happened: Recorded) -> None:
        self.open[fact.award] = Suspension(
            award=fact.award, benefit=fact.benefit, line=fact.line, ground=fact.ground, doubt=fact.doubt, stage="asked",
            since=happened.day, number=happened.number,
        )  # fmt: skip

    @folds(SuspensionAcknowledged)
    def acknowledged(self, fact: SuspensionAcknowledged, happened: Recorded) -> None:
        if (found := self.open.get(fact.award)) and found.stage == "asked":
            found.stage = "acknowledged"

    @folds(PaymentSuspended)
    def suspended(self, fact: PaymentSuspended, happened: Recorded) -> None:
        before = self.open.get(fact.award)
        if before and before.stage in ("suspended", "lifting"):
            return  # a line that repeats itself begins nothing anew, and takes back no decision to lift
        self.open[fact.award] = Suspension(
            award=fact.award, benefit=fact.benefit, line=fact.line, ground=fact.ground,
            doubt=fact.doubt or (before.doubt if before else ""), stage="suspended", since=fact.since, number=happened.number,
            unguarded=fact.unguarded,
        )  # fmt: skip

    @folds(SuspensionReviewed)
    def reviewed(self, fact: SuspensionReviewed, happened: Recorded) -> None:
        if found := self.open.get(fact.award):
            found.reviewed, found.review = happened.day, happened.number

    @folds(SuspensionExplained)
    def explained(self, fact: SuspensionExplained, happened: Recorded) -> None:
        if found := self.open.get(fact.award):
            found.explained = True

    @folds(UnguardedSuspensionAnswered)
    def answered(self, fact: UnguardedSuspensionAnswered, happened: Recorded) -> None:
        if found := self.open.get(fact.award):
            found.unguarded = ()

    @folds(HoldingsSearched)
    def was_searched(self, fact: HoldingsSearched, happened: Recorded) -> None:
        self.searched[fact.award] = Search(day=happened.day, answered=fact.answered, number=happened.number)

    @folds(BearingReceived)
    def received(self, fact: BearingReceived, happened: Recorded) -> None:
        self.bearing[fact.award] = happened.number

    @folds(LiftDecided)
    def lifting(self, fact: LiftDecided, happened: Recorded) -> None:
        found = self.open.get(fact.award)
        if found and found.stage == "suspended":
            found.stage = "lifting"
        elif found and found.stage != "lifting":
            del self.open[fact.award]

    @folds(PaymentResumed)
    def resumed(self, fact: PaymentResumed, happened: Recorded) -> None:
        self.open.pop(fact.award, None)

    @folds(ProtectiveHoldPlaced)
    def held(self, fact: ProtectiveHoldPlaced, happened: Recorded) -> None:
        self.holds[fact.award] = Hold(
            award=fact.award, benefit=fact.benefit, line=fact.line, ground=fact.ground, until=fact.until, safe_way=fact.safe_way,
            number=happened.number,
        )  # fmt: skip
        self.held_before[fact.award] = fact.until

    @folds(ProtectiveHoldEnded)
    def no_longer_held(self, fact: ProtectiveHoldEnded, happened: Recorded) -> None:
        self.holds.pop(fact.award, None)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Suspensions:
        """Whoever acts for the customer sees that there is a hold, not why, nor how the money reaches the customer meanwhile."""
        if not representative:
            return self
        bare = {award: msgspec.structs.replace(h, ground="", safe_way="") for award, h in self.holds.items()}
        return msgspec.structs.replace(self, holds=bare)

    def stopped(self, award: str) -> Suspension | None:
        """The suspension of an award whose money is not flowing now; None while it is only asked for."""
        found = self.open.get(award)
        return found if found and found.stage in ("suspended", "lifting") else None


class Conference(msgspec.Struct, frozen=True, kw_only=True):
    """The last case conference about an award."""

    award: str
    step: str
    outcome: str
    lead: str
    day: date
    number: int


class Conferences(Slice, kw_only=True):
    """The last case conference about each award and step."""

    slice_name: ClassVar[str] = "conferences"
    last: dict[str, Conference] = {}

    @folds(ConferenceHeld)
    def held(self, fact: ConferenceHeld, happened: Recorded) -> None:
        self.last[f"{fact.award}:{fact.step}"] = Conference(
            award=fact.award, step=fact.step, outcome=fact.outcome, lead=fact.lead, day=happened.day, number=happened.number
        )

    def on(self, award: str, step: str) -> Conference | None:
        return self.last.get(f"{award}:{step}")
