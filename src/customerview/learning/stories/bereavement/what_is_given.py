"""What stories of a death are given: awards, and who reports what."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported, PartReported
from customerview.instructions.bereavement.facts import DeathReported, DeathVerified
from customerview.instructions.bereavement.report_death import ReportDeath

DIED = date(2026, 2, 26)


def award(benefit: str) -> AwardReported:
    return AwardReported(
        award=f"{benefit}-1", benefit=benefit, line=benefit, amount=40_000, frequency="four_weeks", starts=date(2022, 1, 3)
    )


def part(line: str, what: str) -> PartReported:
    return PartReported(line=line, reference=f"{line}-7", what=what)


REPORTED = DeathReported(source="caller", died=DIED)
VERIFIED = DeathVerified(died=DIED, source="registration")


def death_reported(**more: object) -> ReportDeath:
    """What somebody records when they are told; a date unless the story says otherwise."""
    return ReportDeath(**({"date_known": True, "died": DIED, "source": "caller"} | more))  # type: ignore[arg-type]
