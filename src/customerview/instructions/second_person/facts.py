"""What waits to be looked at again: `overrides`. The facts themselves are the kernel's."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, speak_as
from customerview.kernel.facts import GuardOverridden, OverrideReviewed

speak_as("action", lambda code, lang: str(code).replace("_", " "))


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """One overriding of an instruction that nobody has reviewed yet."""

    number: int
    rule: str
    action: str
    by: str
    why: str


class Overrides(Slice, kw_only=True):
    """Overrides that wait for their review, by number."""

    slice_name: ClassVar[str] = "overrides"
    open: dict[int, Override] = {}

    @folds(GuardOverridden)
    def overridden(self, fact: GuardOverridden, happened: Recorded) -> None:
        self.open[happened.number] = Override(number=happened.number, rule=fact.rule, action=fact.action, by=happened.by, why=fact.why)

    @folds(OverrideReviewed)
    def reviewed(self, fact: OverrideReviewed, happened: Recorded) -> None:
        self.open.pop(fact.override, None)


def person_in(code: str) -> str:
    """The person's id in an actor's code: "4711" of "colleague:4711@pip.case"."""
    return code.partition(":")[2].partition("@")[0]
