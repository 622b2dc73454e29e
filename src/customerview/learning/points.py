"""The points of published cases, each told as a story: what an instruction now does, and what happens without it.

A story of a point is a function in `stories/<theme>/`, named for what went wrong:

    @point("UC-5.3")
    def payments_stopped_before_anybody_called(given):
        \"\"\"Rhian's money is stopped though nobody tried to reach her.\"\"\"
        given(AWARD).when(SuspendPayment(award="PIP-1", …), by=CASE_MANAGER).then(needs(RecordContactAttempt))

It is played twice: with every instruction in force each step that catches must hold; with the instructions of the point taken
out none may, and the story must still go to its end: the failing happens, and nobody is told. So a story ends with its catches.
A point that depends on somebody noticing begins at the recognition question.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from customerview.instructions import catalogue as every_instruction
from customerview.kernel import Catalogue, Fact
from customerview.kernel.figures import FigureMissing

from .people import RHIAN
from .stage import Catch, StoryFailed
from .story import DAY, Story

HELD_THEMES = (
    "stopping_payments", "bereavement", "journal_and_callbacks", "records_and_notes", "letters_and_notifications",
    "appointees_and_representatives",
)  # fmt: skip
"""Themes whose instructions are all in force: every point of theirs has a story, and every story is caught."""

Given = Callable[..., Story]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a published case: what failed, and the rules of which themes answer it, the main one first."""

    id: str
    lines: tuple[str, ...]
    theme: str
    rules: tuple[str, ...]
    failing: str


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """The story of one point."""

    id: str
    sentence: str
    tell: Callable[[Given], Any]


class Played(msgspec.Struct, kw_only=True):
    """How one point went: caught by what, and whether it happens silently once its rules are taken out."""

    point: str
    theme: str
    failing: str
    story: str
    rules: tuple[str, ...]
    caught: bool
    catches: list[Catch] = []
    silent_without: bool | None = None
    problem: str = ""


def point(id: str) -> Callable[[Callable[[Given], Any]], Point]:
    """Declare the story of a published point; the docstring is the sentence it is called by."""

    def declare(tell: Callable[[Given], Any]) -> Point:
        if not tell.__doc__:
            raise ValueError(f"The story {tell.__name__} of {id} has no docstring: one sentence saying what happens in it.")
        return Point(id=id, sentence=" ".join(tell.__doc__.split()), tell=tell)

    return declare


@cache
def published() -> dict[str, Published]:
    """Every published point, by id."""
    text = (resources.files(__package__) / "points.json").read_bytes()
    held = msgspec.json.decode(text, type=dict[str, Any])["points"]
    return {p.id: p for p in msgspec.convert(held, list[Published])}


@cache
def told() -> dict[str, Point]:
    """The stories told so far, by the point they answer. Raises ValueError for a point told twice or never published."""
    from . import stories

    found: dict[str, Point] = {}
    for module in pkgutil.walk_packages(stories.__path__, stories.__name__ + "."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Point):
                if value.id not in published():
                    raise ValueError(f"{module.name} tells {value.id}, which was never published.")
                if value.id in found and found[value.id] is not value:
                    raise ValueError(f"{value.id} is told twice.")
                found[value.id] = value
    return {id: found[id] for id in published() if id in found}


def covering(point: Published, house: Catalogue) -> tuple[str, ...]:
    """The rules of a point that the house follows."""
    known = {name for r in house.rules for name in (r.rule, r.name)}
    return tuple(rule for rule in point.rules if rule in known)


def replay(*, without: Iterable[str] = (), theme: str = "", house: Catalogue | None = None) -> list[Played]:
    """Play every told point. Without some rules: how it goes then. Raises KeyError for an unknown rule."""
    whole = house or every_instruction()
    bare = whole.without(*without) if without else whole
    return [_played(p, whole, bare) for p in published().values() if p.id in told() and theme in ("", p.theme)]


def _played(point: Published, whole: Catalogue, bare: Catalogue) -> Played:
    rules = covering(point, whole)
    catches, problem = _tell(told()[point.id], bare)
    kept = [c for c in catches if c.holds]
    main = any(c.rule in rules for c in kept)
    played = Played(
        point=point.id, theme=point.theme, failing=point.failing, story=told()[point.id].sentence, rules=rules, catches=catches,
        caught=not problem and bool(kept) and len(kept) == len(catches) and main, problem=problem,
    )  # fmt: skip
    if not problem and not played.caught:
        played.problem = "" if bare is not whole else "nothing catches it" if not kept else "only some of it is caught, or by other rules"
    if bare is whole:
        off, broken = _tell(told()[point.id], whole.without(*rules)) if rules else ([], "no rule of it is followed")
        played.silent_without = not broken and not any(c.holds for c in off)
        if not played.silent_without and not played.problem:
            still = ", ".join(c.rule for c in off if c.holds)
            played.problem = f"without {', '.join(rules)}: " + (broken or f"still caught by {still}")
    return played


def _tell(told: Point, house: Catalogue) -> tuple[list[Catch], str]:
    """Play one story in a house; its catches, and what broke it if anything did."""
    begun: list[Story] = []

    def given(*facts: Fact, on: Any = DAY) -> Story:
        story = Story(house, on=on, strict=False)
        begun.append(story)
        return story.begin(RHIAN, facts)

    problem = ""
    try:
        told.tell(given)
        for story in begun:
            story.knows("what was done last", lambda record: True)
    except (StoryFailed, FigureMissing) as broken:
        problem = str(broken)
    return [c for s in begun for c in s.catches], problem
