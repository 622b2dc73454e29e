"""What a story may expect of an action: facts, or an instruction that stood in the way."""

from __future__ import annotations

import msgspec

from customerview.kernel import Action, Outcome, action_name


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """An instruction stood in the way: which kind of answer, by which rule, satisfied by what."""

    kind: str
    rule: str = ""
    by: str = ""
    """The action or role that would satisfy it."""
    saying: str = ""

    def fits(self, outcome: Outcome) -> bool:
        return (
            outcome.kind == self.kind and self.rule in ("", outcome.rule) and self.by in ("", outcome.satisfied_by)
            and self.saying in outcome.words.en
        )  # fmt: skip

    def __str__(self) -> str:
        return " ".join(
            filter(None, [self.kind, self.by, f"by the rule {self.rule}" if self.rule else "", f"“{self.saying}”" if self.saying else ""])
        )


class Wrong(msgspec.Struct, frozen=True, kw_only=True):
    """The form itself was wrong, at this field."""

    field: str = ""


class NotForThem(msgspec.Struct, frozen=True, kw_only=True):
    """This person may not do it at all."""


def refused(rule: str = "", saying: str = "") -> Stopped:
    return Stopped(kind="refused", rule=rule, saying=saying)


def needs(action: type[Action] | str, rule: str = "") -> Stopped:
    """Another action has to be done first."""
    return Stopped(kind="needs", rule=rule, by=action if isinstance(action, str) else action_name(action))


def approval(role: str = "", rule: str = "") -> Stopped:
    return Stopped(kind="approval", rule=rule, by=role)


def reason(rule: str = "") -> Stopped:
    return Stopped(kind="reason", rule=rule)


def held(rule: str = "") -> Stopped:
    return Stopped(kind="held", rule=rule)


def wrong(field: str = "") -> Wrong:
    return Wrong(field=field)


def not_for_them() -> NotForThem:
    return NotForThem()
