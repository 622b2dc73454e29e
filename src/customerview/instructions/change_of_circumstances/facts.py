"""What was learned of a change in somebody's life that may bear on what they are entitled to: `changes`."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec

from customerview.kernel import Fact, Recorded, Slice, fact, folds


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
