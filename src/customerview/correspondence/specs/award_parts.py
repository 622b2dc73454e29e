"""What an award is made of, as a table: letters about awards and changes show it."""

from __future__ import annotations

from customerview.instructions.awards_and_payments.facts import COMPONENTS
from customerview.instructions.awards_and_payments.slices import Period
from customerview.kernel import Words
from customerview.proofs import LEVELS

from ..content import Table
from .spec import Said, Told

CAPTION = Words("What it is made up of", "Beth mae'n ei gynnwys")
PART, WORTH = Words("Part", "Rhan"), Words("How much", "Faint")
UNITS = {"week": Words("{sum} a week", "{sum} yr wythnos"), "month": Words("{sum} a month", "{sum} y mis")}


def made_of(told: Told, period: Period) -> list[Said]:
    """One row a part; nothing when the line told none with a sum."""
    rows = []
    for part in period.components:
        if part.code in COMPONENTS and part.pence:
            level = f" ({LEVELS[part.level].say(told.lang)})" if part.level in LEVELS else ""
            rows.append((
                COMPONENTS[part.code].say(told.lang) + level, told.say(UNITS.get(part.unit, UNITS["week"]), sum=told.amount(part.pence))
            ))  # fmt: skip
    if not rows:
        return []
    return [("amounts", Table(told.say(CAPTION), (told.say(PART), told.say(WORTH)), tuple(rows)))]
