"""What was learned of a change in somebody's life that may bear on what they are entitled to: `changes`; and where they stay: `stays`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, Words, fact, folds

from ..personal_details.facts import AddressChanged, AddressEnded

STAYS = {"hospital": Words("in hospital", "yn yr ysbyty"), "custody": Words("in custody", "yn y ddalfa")}
BACK = "over"
"""Said of a stay: they are no longer there."""


@fact(450, line="Information that entitlement may have changed or ended was recorded.", forget=("what", "source"),
      from_representatives=True)  # fmt: skip
class ChangeReported(Fact):
    """Credible information that entitlement to an award has ended or changed. `line` holds it and has to decide."""

    award: str
    line: str
    what: str = ""
    source: str = ""
    ended: bool = False
    """True: it suggests that entitlement has ended, not only changed."""
    stay: str = ""
    """hospital or custody, when it tells of a stay from the day this takes effect; "over" when it tells that one has ended."""
    stay_until: date | None = None


class Information(msgspec.Struct, frozen=True, kw_only=True):
    """Information about which nobody has yet decided."""

    number: int
    award: str
    line: str
    what: str
    source: str
    since: date
    ended: bool


class Changes(Slice, kw_only=True):
    """Information on entitlement received, the latest for each award and line."""

    slice_name: ClassVar[str] = "changes"
    information: dict[str, Information] = {}

    @folds(ChangeReported)
    def reported(self, fact: ChangeReported, happened: Recorded) -> None:
        self.information[f"{fact.award}:{fact.line}"] = Information(
            number=happened.number, award=fact.award, line=fact.line, what=fact.what, source=fact.source, since=happened.day,
            ended=fact.ended,
        )  # fmt: skip

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Changes:
        return Changes() if representative else self


class Stay(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is, as it was told: since when, and until when if that is known."""

    stay: str
    since: date
    until: date | None = None
    number: int


class Stays(Slice, kw_only=True):
    """A stay in hospital or custody that is not known to be over, told by any line or by an address in hospital."""

    slice_name: ClassVar[str] = "stays"
    now: Stay | None = None

    @folds(ChangeReported)
    def told(self, fact: ChangeReported, happened: Recorded) -> None:
        if fact.stay in STAYS:
            self.now = Stay(stay=fact.stay, since=happened.effective, until=fact.stay_until, number=happened.number)
        elif fact.stay == BACK:
            self.now = None

    @folds(AddressChanged)
    def moved(self, fact: AddressChanged, happened: Recorded) -> None:
        if fact.role == "hospital":
            self.now = Stay(stay="hospital", since=happened.effective, number=happened.number)

    @folds(AddressEnded)
    def left(self, fact: AddressEnded, happened: Recorded) -> None:
        if fact.role == "hospital" and self.now is not None and self.now.stay == "hospital":
            self.now = None

    def on(self, day: date) -> Stay | None:
        """The stay that is known for a day."""
        now = self.now
        return now if now is not None and (now.until is None or day <= now.until) else None

    def seen_by(self, tiers: frozenset[str], representative: bool) -> Stays:
        return Stays() if representative else self
