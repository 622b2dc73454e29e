"""Cases a policy colleague can write: `cases.yaml` beside the rules of a chapter, each with a sentence for a name.

    - case: Nobody's money stops before somebody tried to reach them
      given:
        - AwardReported: {award: PIP-1, benefit: PIP, line: PIP, amount: 11470, frequency: four_weeks, starts: 2020-01-06}
      when: {SuspendPayment: {award: PIP-1, ground: whereabouts, doubt: "…", evidence: "…"}}
      by: case_manager
      then: [{needs: RecordContactAttempt}, {approval: team_leader}]

Keys of a step, played in this order: begins (a day, before all), later (working days), at (a day), given, when, by, reason, propose,
then, not_then, agreed_by, owes ({duty: {by: 5, owner: pip.case}}), late, owes_nothing, shared_with, shown ({rule: {saying: …}}). Further steps stand in
a list under `and`. People are named as in `people.py`: "case_manager of ESA", "system of PIP", "customer", "job closing".
"""

from __future__ import annotations

from datetime import date
from importlib import resources
from typing import Any

import msgspec
import yaml

from customerview.instructions import catalogue
from customerview.kernel import Action, Catalogue, Fact, action_name

from . import expected
from .people import RHIAN, called
from .story import DAY, Story

STEP = ("later", "at", "given", "when", "then", "not_then", "agreed_by", "owes", "late", "owes_nothing", "shared_with", "shown")
WITH = ("by", "reason", "propose")


class Case(msgspec.Struct, kw_only=True):
    """One written case: the chapter it belongs to, its sentence, and its steps."""

    chapter: str
    sentence: str
    begins: date = DAY
    steps: list[dict[str, Any]]


def cases_of(chapter: str) -> list[Case]:
    """The cases written in a chapter. Raises ValueError naming a case with an unknown key."""
    path = resources.files("customerview.instructions") / chapter / "cases.yaml"
    if not path.is_file():
        return []
    return [_case(chapter, held) for held in yaml.safe_load(path.read_text()) or []]


def _case(chapter: str, held: dict[str, Any]) -> Case:
    sentence, begins, more = held.pop("case"), held.pop("begins", DAY), held.pop("and", [])
    steps = [held, *more]
    for step in steps:
        if unknown := step.keys() - set(STEP) - set(WITH):
            raise ValueError(
                f"The case “{sentence}” of {chapter} uses {', '.join(sorted(unknown))}; a step knows {', '.join(STEP + WITH)}."
            )
    return Case(chapter=chapter, sentence=sentence, begins=begins, steps=steps)


def play(case: Case, house: Catalogue | None = None) -> Story:
    """Play one case. Raises StoryFailed when it does not go as written."""
    house = house or catalogue()
    first = _facts(case.steps[0].get("given"), house)
    story = Story(house, on=case.begins).begin(RHIAN, first)
    for n, step in enumerate(case.steps):
        by = called(step["by"]) if "by" in step else called("agent")
        for key in STEP:
            if key in step and not (n == 0 and key == "given"):
                _take(story, key, step[key], step, by, house)
    return story.knows("what was done last", lambda record: True)


def _take(story: Story, key: str, said: Any, step: dict[str, Any], by: Any, house: Catalogue) -> None:
    if key == "given":
        story.and_given(*_facts(said, house))
    elif key == "when":
        story.when(_action(said, house), by=by, reason=step.get("reason", ""), propose=step.get("propose", False))
    elif key == "agreed_by":
        story.agreed_by(called(said))
    elif key == "then":
        story.then(*(_expected(one, house) for one in said))
    elif key == "not_then":
        story.not_then(*(house.kinds.by_name[name] for name in said))
    elif isinstance(said, dict):
        for name, how in said.items():
            getattr(story, key)(name, **(how or {}))
    else:
        getattr(story, key)(*(said if isinstance(said, list) else [said]))


def _facts(said: Any, house: Catalogue) -> tuple[Fact, ...]:
    return tuple(msgspec.convert(data or {}, house.kinds.by_name[name]) for one in said or [] for name, data in _pairs(one))


def _action(said: Any, house: Catalogue) -> Action:
    ((name, data),) = _pairs(said)
    found = {a.__name__: a for a in house.actions.values()} | house.actions
    return msgspec.convert(data or {}, found[name])


def _pairs(one: Any) -> list[tuple[str, Any]]:
    return [(one, {})] if isinstance(one, str) else list(one.items())


def _expected(one: Any, house: Catalogue) -> Any:
    if isinstance(one, str):
        return house.kinds.by_name[one]
    ((kind, what),) = one.items()
    if kind == "needs":
        actions = {a.__name__: a for a in house.actions.values()}
        return expected.needs(action_name(actions[what]) if what in actions else what)
    if kind == "not_for_them":
        return expected.not_for_them()
    if kind in ("refused", "approval", "reason", "held", "wrong"):
        return getattr(expected, kind)(what or "")
    ((name, data),) = _pairs(one)
    return msgspec.convert(data or {}, house.kinds.by_name[name])
