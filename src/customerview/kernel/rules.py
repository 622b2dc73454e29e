"""Idea 4 and 5, as declarations: guards, duties, shares and views, each with its source and the cases it learned from.

A rule of the learning themes may need several pieces (a guard on closing the contact, a duty when a date is missing);
`rule` is the theme's stable name they all belong to, and by default the piece's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from string import Formatter
from typing import TYPE_CHECKING, Any

import msgspec

from .action import About, Action
from .actor import Actor
from .asked import Asked, Outcome
from .fact import Fact, Recorded
from .words import Words, words

if TYPE_CHECKING:
    from .owed import Owed
    from .record import Record

Answer = Outcome | list[Outcome] | None
Facts = type[Fact] | Iterable[type[Fact]]

KINDS = ("guard", "duty", "check", "share", "view", "entitlement")
"""The kinds of instruction in the learning themes. A check is said as a guard or a duty, an entitlement as a duty."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What every piece of an instruction declares. `name` and `chapter` are given by the file it stands in."""

    name: str = ""
    chapter: str = ""
    rule: str = ""
    kind: str
    words: Words
    source: str
    learned_from: tuple[str, ...] = ()
    since: date = date.min
    """Facts recorded before this day are not its business; a rule that comes into force opens nothing backwards."""
    retired: date = date.max

    def in_force(self, day: date) -> bool:
        return self.since <= day < self.retired


class Guard(Rule, frozen=True, kw_only=True):
    """An instruction asked before an action that asks."""

    answer: Callable[[Any, Record, Asked], Answer]
    on: tuple[type[Action], ...] = ()
    every: Callable[[About], bool] | None = None
    overridden_by: tuple[str, ...] = ()
    at_most: str = ""
    """For a guard on an action that gives: the setting that limits how long the doubtful part may wait."""

    def stands_before(self, action: type[Action]) -> bool:
        if not action.about.asks or action.about.protects:
            return False
        return action in self.on or (self.every is not None and self.every(action.about))


def guard(
    *on: type[Action], source: str, learned_from: Iterable[str] = (), every: Callable[[About], bool] | None = None,
    overridden_by: Iterable[str] = ("operations_manager",), at_most: str = "", rule: str = "", kind: str = "guard",
    since: date = date.min, retired: date = date.max,
) -> Callable[[Callable[[Any, Record, Asked], Answer]], Guard]:  # fmt: skip
    """Declare a guard; the function's docstring is the instruction. `on` are the actions it stands before."""

    def declare(answer: Callable[[Any, Record, Asked], Answer]) -> Guard:
        instruction = (answer.__doc__ or "").strip()
        if not instruction:
            raise ValueError(f"The guard {answer.__name__} has no docstring: the docstring is the instruction.")
        return Guard(
            rule=rule, kind=kind, words=words(" ".join(instruction.split())), source=source, learned_from=tuple(learned_from),
            since=since, retired=retired, answer=answer, on=on, every=every, overridden_by=tuple(overridden_by), at_most=at_most,
        )  # fmt: skip

    return declare


Figure = Callable[[str], Any]
"""A rule's own figures, as in force when the fact was recorded: `figure("attempts")`."""
Within = str | Callable[[Recorded, "Record"], "str | date | datetime"]
Owner = str | Callable[[Recorded, "Record"], str]


class Duty(Rule, frozen=True, kw_only=True):
    """An instruction that starts after a fact: somebody must do something by a deadline."""

    after: tuple[type[Fact], ...]
    until: tuple[type[Fact], ...] = ()
    met: Callable[[Owed, Record, Figure], bool] | None = None
    when: Callable[[Recorded, Record], bool] | None = None
    enough: Callable[[Recorded, Record, Figure], bool] | None = None
    counts: Callable[[Owed, Recorded, Record], bool] | None = None
    ends: tuple[type[Fact], ...] = ()
    per: str | Callable[[Recorded], str] = ""
    owner: Owner
    within: Within
    begins_in: str = ""
    begins_before: str = ""
    """The setting that says how many working days before its deadline it begins: for what comes round after a long time."""
    again_every: str = ""
    still: Callable[[Owed, Record], bool] | None = None
    by_doing: tuple[type[Action], ...] = ()
    promise: Words | None = None
    """What the customer is told we have promised; None: it is ours, and not shown to the customer."""
    harm: int = 3
    """1 danger to life, 2 money or death, 3 the rest: late work is ordered by it."""
    restricted: str = ""
    """The tier that may know what it is about, beside the team that owes it."""
    others: Words | None = None
    """What is said of it to those who may not know; None: nothing at all."""
    gaps: tuple[str, ...] = ()

    def words_for(self, reader: Actor, owner: str) -> Words | None:
        """What this colleague may know of it, when this team owes it."""
        return self.words if not self.restricted or self.restricted in reader.tiers or owner in reader.teams else self.others

    def key(self, happened: Recorded) -> str | None:
        """Which instance a fact speaks of; None: of all of them. An opening fact is pointed at by its number."""
        if callable(self.per):
            return self.per(happened)
        if not self.per:
            return ""
        value = getattr(happened.fact, self.per, None)
        if value is not None:
            return str(value)
        return str(happened.number) if isinstance(happened.fact, self.after) else None


def _several(kinds: Facts) -> tuple[type[Fact], ...]:
    return (kinds,) if isinstance(kinds, type) else tuple(kinds)


def duty(
    what: str | Words, /, *, after: Facts, until: Facts = (), owner: Owner, within: Within, source: str,
    learned_from: Iterable[str] = (), ends: Facts = (), rule: str = "", kind: str = "duty", by_doing: Iterable[type[Action]] = (),
    promise: Words | None = None, **more: Any,
) -> Duty:  # fmt: skip
    """Declare a duty. `what` is said to whoever owes it, and may name fields of the fact that opened it: "{award:benefit}".

    `until` are the facts that discharge it (those pointing at the same `per`), `met` a predicate that does; `ends` are
    facts after which it no longer applies. `when` and `enough` say whether the fact opens it; `enough` and `met` are given the
    rule's figures. `within` names a setting ("due_wd", "first_look_hours") or is a function giving a setting, a day or a
    moment. `again_every` opens it anew after each discharge while `still` holds.
    """
    return Duty(
        rule=rule, kind=kind, words=words(what), source=source, learned_from=tuple(learned_from), after=_several(after),
        until=_several(until), ends=_several(ends), owner=owner, within=within, by_doing=tuple(by_doing), promise=promise,
        gaps=tuple(sorted({name for _, name, _, _ in Formatter().parse(words(what).en + (promise.en if promise else "")) if name})),
        **more,
    )  # fmt: skip


class Share(Rule, frozen=True, kw_only=True):
    """A fact that others must have at the moment of recording. `to` gives the recipients' codes."""

    after: tuple[type[Fact], ...]
    to: Callable[[Recorded, Record], Iterable[str]]
    when: Callable[[Recorded, Record], bool] | None = None
    receipt_within: str = "receipt_due_wd"


def share(
    what: str | Words, /, *, after: Facts, to: Callable[[Recorded, Record], Iterable[str]], source: str,
    learned_from: Iterable[str] = (), rule: str = "", kind: str = "share", **more: Any,
) -> Share:  # fmt: skip
    """Declare a share: each recipient's receipt is watched until it is recorded."""
    return Share(
        rule=rule,
        kind=kind,
        words=words(what),
        source=source,
        learned_from=tuple(learned_from),
        after=_several(after),
        to=to,
        **more,
    )


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One line at the head of the screen. `of` are the numbers of the facts it tells of."""

    heading: str
    """speak_to, how, take_care, note, stay, death, due or state: where on the screen it stands."""
    words: Words
    of: tuple[int, ...] = ()


class View(Rule, frozen=True, kw_only=True):
    """What must be on the screen at a moment (a contact, a booking, an adverse action)."""

    shows: Callable[[Record, Asked], list[Shown]]
    at: tuple[str, ...]


def view(
    *at: str, source: str, learned_from: Iterable[str] = (), rule: str = "", kind: str = "view"
) -> Callable[[Callable[[Record, Asked], list[Shown]]], View]:
    """Declare a view; the function's docstring is the instruction, its result the lines shown."""

    def declare(shows: Callable[[Record, Asked], list[Shown]]) -> View:
        if not shows.__doc__:
            raise ValueError(f"The view {shows.__name__} has no docstring: the docstring is the instruction.")
        return View(
            rule=rule, kind=kind, words=words(" ".join(shows.__doc__.split())), source=source, learned_from=tuple(learned_from),
            shows=shows, at=at,
        )  # fmt: skip

    return declare


Settings = Mapping[str, Any]
