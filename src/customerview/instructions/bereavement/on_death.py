"""What everything done after a death has in common: that one was reported."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words

from .facts import DeathDateCorrected, DeathVerified

NO_DEATH = Words("No death is recorded here.", "Nid oes marwolaeth wedi'i chofnodi yma.")
FUTURE = Words("The date is in the future.", "Mae'r dyddiad yn y dyfodol.")


class OnDeath(Action, frozen=True, kw_only=True):
    """Base of what is done once a death was reported."""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if record.death.reported else [Problem("", NO_DEATH)]


def certain(died: date, source: str, reference: str, record: Record) -> list[Fact]:
    """The facts of a death becoming certain; a correction as well when another date was held."""
    known: list[Fact] = [DeathVerified(died=died, source=source, reference=reference)]
    held = record.death.died
    if held is not None and held != died:
        known.append(DeathDateCorrected(died=died, was=held, source=source))
    return known
