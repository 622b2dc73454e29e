"""Dated figures with their source. No policy number stands in Python: rules ask `figure(name)` on a day.

A figure is a list of values, each in force from a day. A new value is added below the old one; the old one is never
edited, so that a deadline worked out in the past is worked out the same on any later day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
import yaml


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one setting. `source` says where it comes from and whether anybody has confirmed it."""

    name: str
    value: Any
    since: date
    source: str


class FigureMissing(KeyError):
    """A rule asked for a figure that no chapter gives, or that was not yet in force on that day."""


class Figures:
    """Every dated figure, by owner (a rule, or "common") and name."""

    def __init__(self, figures: Mapping[tuple[str, str], tuple[Figure, ...]] | None = None) -> None:
        self._figures = dict(figures or {})
        self._owners = {owner for owner, _ in self._figures}

    @classmethod
    def read(cls, *texts: str) -> Figures:
        """From the text of `figures.yaml` files: owner, then setting, then `{value, since, source}` or a list of them.

        Raises ValueError naming the figure whose value, day or source is missing, or that is given twice.
        """
        found: dict[tuple[str, str], tuple[Figure, ...]] = {}
        for text in texts:
            for owner, settings in (yaml.safe_load(text) or {}).items():
                for name, entries in (settings or {}).items():
                    if (owner, name) in found:
                        raise ValueError(f"The figure {owner}.{name} is given twice.")
                    found[owner, name] = _values(owner, name, entries)
        return cls(found)

    def get(self, owner: str, name: str, on: date) -> Any:
        """The value in force on a day. Raises FigureMissing."""
        in_force = None
        for figure in self._figures.get((owner, name), ()):
            if figure.since <= on:
                in_force = figure
        if in_force is None:
            raise FigureMissing(f"There is no figure {name!r} for {owner!r} on {on}.")
        return in_force.value

    def has(self, owner: str, name: str) -> bool:
        return (owner, name) in self._figures

    def has_owner(self, owner: str) -> bool:
        return owner in self._owners

    def all(self, owner: str) -> list[Figure]:
        return [f for (of, _), values in self._figures.items() if of == owner for f in values]

    def owners(self) -> set[str]:
        return set(self._owners)


def _values(owner: str, name: str, entries: Any) -> tuple[Figure, ...]:
    values = []
    for entry in entries if isinstance(entries, list) else [entries]:
        if not isinstance(entry, dict) or not {"value", "since", "source"} <= entry.keys():
            raise ValueError(f"The figure {owner}.{name} needs a value, a day it is in force since, and its source.")
        values.append(Figure(name=name, value=entry["value"], since=entry["since"], source=entry["source"]))
    return tuple(sorted(values, key=lambda figure: figure.since))
