"""Where made-up people live: invented towns and streets, with postcodes that can belong to nobody."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import accumulate
from random import Random

import msgspec


class Town(msgspec.Struct, frozen=True):
    """One invented town. `area` begins with Q, V or X, as no postcode area does; `weight` is out of 1,000 customers."""

    town: str
    area: str
    nation: str
    weight: int
    wales: bool = False

    @property
    def country(self) -> str:
        return "wales" if self.wales else "scotland" if self.nation == "scotland" else "england"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One made-up address."""

    lines: tuple[str, ...]
    town: str
    postcode: str
    nation: str
    country: str


STREETS = (
    "Station Road", "Church Lane", "Mill Street", "Victoria Terrace", "Orchard Close", "Meadow View", "The Crescent", "High Street",
    "Quarry Bank", "Chapel Row", "Larch Avenue", "Beech Grove", "Canal Side", "Priory Court", "Windmill Hill", "Foundry Yard",
    "Kestrel Way", "Alma Street", "Coronation Drive", "Rectory Gardens",
)  # fmt: skip
WELSH_STREETS = (
    "Heol yr Orsaf",
    "Ffordd y Capel",
    "Stryd Fawr",
    "Maes y Dderwen",
    "Lôn Las",
    "Rhodfa'r Môr",
    "Stad Glanrafon",
    "Tan-y-Bryn",
)
SCOTTISH_STREETS = ("Kirk Wynd", "Burnside", "Braehead", "Mercat Place", "Harbour Street", "Glebe Road", "Loanhead", "Shore Road")
INWARD = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters the second half of a postcode may have."""


@cache
def _towns() -> tuple[list[Town], list[int]]:
    found = msgspec.yaml.decode((resources.files(__package__) / "places.yaml").read_text(), type=list[Town])
    return found, list(accumulate(t.weight for t in found))


def address(chance: Random, town: Town | None = None) -> Address:
    """An address, in this town or in one drawn by how many live there."""
    towns, weights = _towns()
    town = town or chance.choices(towns, cum_weights=weights)[0]
    streets = STREETS
    if town.country != "england" and chance.random() < 0.6:
        streets = WELSH_STREETS if town.wales else SCOTTISH_STREETS
    house = f"{chance.randint(1, 180)} {chance.choice(streets)}"
    lines = (f"Flat {chance.randint(1, 24)}", house) if chance.random() < 0.18 else (house,)
    outward = f"{town.area}{chance.randint(1, 29)}"
    postcode = f"{outward} {chance.randint(1, 9)}{chance.choice(INWARD)}{chance.choice(INWARD)}"
    return Address(lines=lines, town=town.town, postcode=postcode, nation=town.nation, country=town.country)
