"""Names for made-up people: given and family names as families in Great Britain have them, never a list of real people."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import accumulate
from random import Random

import msgspec


class Community(msgspec.Struct, frozen=True):
    """Where a family's names come from. `share` is out of 1,000 people in England."""

    share: int
    women: list[str]
    men: list[str]
    families: list[str]


@cache
def communities() -> dict[str, Community]:
    text = (resources.files(__package__) / "names.yaml").read_text()
    return msgspec.yaml.decode(text, type=dict[str, Community])


AT_HOME = {"wales": ("welsh", 0.55), "scotland": ("scottish", 0.55)}


@cache
def _shares() -> tuple[list[Community], list[int]]:
    found = list(communities().values())
    return found, list(accumulate(c.share for c in found))


def community(chance: Random, country: str) -> Community:
    """The community a household belongs to: in Wales and Scotland, more often than not, the country's own."""
    name, share = AT_HOME.get(country, ("english", 0.0))
    if share and chance.random() < share:
        return communities()[name]
    found, shares = _shares()
    return chance.choices(found, cum_weights=shares)[0]


def given_name(chance: Random, of: Community, sex: str, age: int) -> str:
    """A given name that fits the age: lists run from older to younger generations."""
    names = of.women if sex == "F" else of.men
    middle = (95 - age) / 95 * (len(names) - 1)
    return names[min(len(names) - 1, max(0, round(chance.gauss(middle, len(names) / 7))))]


def family_name(chance: Random, of: Community) -> str:
    """A family name; early ones in a list are commoner."""
    return of.families[min(int(chance.expovariate(2.4 / len(of.families))), len(of.families) - 1)]
