"""Which safeguards are missing before somebody's money may stop. Asked by the guard, and of what a line did unasked."""

from __future__ import annotations

from customerview.kernel import Asked, Record

RULE = "suspend_only_after_safeguards"


def exempt(ground: str, record: Record) -> bool:
    """A reported death is the one ground on which money stops without these safeguards; it can be undone."""
    return ground == "death" and record.death.reported


def needs_screened(record: Record, asked: Asked) -> bool:
    day = record.needs.screened_on
    return day is not None and asked.working_days_since(day) <= asked.figure("screening_max_age_wd")


def tried(record: Record, asked: Asked) -> list:
    """The attempts to reach the customer that count: by a route they can use, and not long ago."""
    oldest = asked.figure("attempt_max_age_wd")
    return [a for a in record.contacts.attempts if a.usable and asked.working_days_since(a.day) <= oldest]


def attempted_enough(record: Record, asked: Asked) -> bool:
    attempts = tried(record, asked)
    days, routes = {a.day for a in attempts}, {a.route for a in attempts}
    return len(attempts) >= asked.figure("attempts") and min(len(days), len(routes)) >= asked.figure("attempt_days")


def conference_wanted(record: Record, asked: Asked) -> bool:
    """Where somebody has needs beyond an adjustment, or did not answer, people meet before money stops."""
    return record.needs.marked or not any(a.reached for a in tried(record, asked))


def conference_supports(award: str, step: str, record: Record, asked: Asked) -> bool:
    """A recent conference on this step supports it, led by somebody other than whoever asks."""
    held = record.conferences.on(award, step)
    return bool(
        held and held.outcome == "supports" and held.lead != asked.by.id
        and asked.working_days_since(held.day) <= asked.figure("conference_max_age_wd")
    )  # fmt: skip


def unguarded(award: str, ground: str, record: Record, asked: Asked) -> list[str]:
    """What was missing when a line suspended unasked: kept with its report, and answered for by the line."""
    if exempt(ground, record):
        return []
    asked = asked.of(RULE)
    missing = []
    if not needs_screened(record, asked):
        missing.append("screening")
    if not attempted_enough(record, asked):
        missing.append("attempts")
    if conference_wanted(record, asked) and not conference_supports(award, "suspend", record, asked):
        missing.append("conference")
    return [*missing, "second_person"]
