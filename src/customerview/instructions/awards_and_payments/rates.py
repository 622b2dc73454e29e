"""What each benefit pays, by day: read from `rates.yaml`."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources

import msgspec


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """One amount of one part of a benefit in a span of days. `upto` is its last day; None: until a later one is added."""

    benefit: str
    component: str
    level: str
    unit: str
    since: date = msgspec.field(name="from")
    upto: date | None = msgspec.field(name="to", default=None)
    pence: int = msgspec.field(name="amount")
    source: str


class NoRate(KeyError):
    """No amount is known for this part of a benefit on that day."""


@cache
def rates() -> tuple[Rate, ...]:
    """Every rate there is."""
    text = (resources.files(__package__) / "rates.yaml").read_text()
    return tuple(msgspec.yaml.decode(text, type=list[Rate]))


def rate(benefit: str, component: str, level: str, on: date) -> Rate:
    """The rate in force on a day. Raises NoRate."""
    for found in _by_part().get((benefit, component, level), ()):
        if found.since <= on and (found.upto is None or on <= found.upto):
            return found
    raise NoRate(f"No rate is known for {benefit} {component} {level} on {on}.")


@cache
def _by_part() -> dict[tuple[str, str, str], list[Rate]]:
    held: dict[tuple[str, str, str], list[Rate]] = {}
    for found in rates():
        held.setdefault((found.benefit, found.component, found.level), []).append(found)
    return held
