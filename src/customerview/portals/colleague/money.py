"""Awards and payments as the lines last reported them: each value with its source and age; what is missing is said in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.directory import BENEFITS
from customerview.intake import PaymentMade
from customerview.kernel import LONDON, Record, in_words, pounds

from .naming import benefit_name, line_name

STALE = timedelta(hours=24)
"""A line that was not heard from for so long is said to be silent. How a silent line bears on a decision is its guard's business."""


class AwardLine(NamedTuple):
    """One award on the page."""

    award: str
    benefit: str
    made_of: str
    state: str
    colour: str
    more: str
    amount: str
    frequency: str
    next: str
    source: str


class Money(NamedTuple):
    """The awards and payments part of the page."""

    awards: list[AwardLine]
    ended: list[AwardLine]
    troubles: list[str]
    deductions: list[str]
    silent: str
    parts: list[str]
    paid: list[str]


def ago(age: timedelta) -> str:
    """ "2 hours ago", "3 days ago"."""
    minutes = int(age.total_seconds() // 60)
    for size, unit in ((2 * 525_600, ""), (1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            if not unit:
                return f"{minutes // 525_600} years ago"
            count = minutes // size
            return f"{count} {unit}{'s' if count != 1 else ''} ago"
    return "just now"


def money(record: Record, at: datetime, ages: Mapping[str, timedelta | None], paid: Iterable[PaymentMade] = ()) -> Money:
    """What the customer gets and what went wrong with it."""
    today = at.astimezone(LONDON).date()
    every = [_award(a, record, at, ages) for a in record.awards.held.values()]
    current = {a.award for a in record.awards.held.values() if a.ends is None or a.ends >= today}
    return Money(
        awards=[line for line in every if line.award in current], ended=[line for line in every if line.award not in current],
        troubles=[_trouble(t) for t in record.payments.wrong.values()],
        deductions=[
            f"{pounds(d.pence)} is taken from {BENEFITS[d.benefit].en if d.benefit in BENEFITS else d.benefit} for {line_name(d.to)}"
            for d in record.payments.deductions.values()
        ],
        silent=_silent([line for line in record.awards.lines() if line in BENEFITS and not _heard(line, ages)], ages),
        parts=[f"{line_name(p.line)}: {p.what.replace('_', ' ')} since {in_words(p.since)}" for p in record.awards.parts.values()],
        paid=[_paid(p, record) for p in paid],
    )  # fmt: skip


def _paid(payment: PaymentMade, record: Record) -> str:
    """One payment that a line handed in; what it said of it twice is said here too."""
    held = record.awards.held.get(payment.award)
    said = f"{in_words(payment.made)}: {pounds(payment.amount)}, {benefit_name(held.benefit if held else payment.line)}"
    differs = [d for d in record.payment_reports.differ.values() if (d.award, d.due) == (payment.award, payment.due)]
    return said + (f". {benefit_name(payment.line)} also said {pounds(differs[0].amount)}: not settled" if differs else "")


def _award(award, record: Record, at: datetime, ages: Mapping[str, timedelta | None]) -> AwardLine:
    today = at.astimezone(LONDON).date()
    period = award.at(today) if award.periods else None
    made_of = ", ".join(_component(c) for c in period.components) if period else ""
    state, colour, more = _state(award, record, today)
    stopped = award.award in record.suspensions.open and record.suspensions.open[award.award].stage in ("suspended", "lifting")
    return AwardLine(
        award=award.award, benefit=BENEFITS[award.benefit].en if award.benefit in BENEFITS else award.benefit, made_of=made_of,
        state=state, colour=colour, more=more, amount="nothing" if nothing_paid(award, today) else pounds(period.amount) if period else "not known",
        frequency=FREQUENCIES[period.frequency].en if period and period.amount and period.frequency in FREQUENCIES else "",
        next="none while suspended" if stopped else "none" if nothing_paid(award, today) else in_words(award.next_payment) if award.next_payment and award.next_payment >= today else "not known",
        source=f"from {benefit_name(award.line)}, {ago(at - award.heard)}",
    )  # fmt: skip


EARNINGS_REPLACEMENT = ("CA", "ESA", "JSA", "IS", "SP")
"""Of these, only one is paid at a time, the one that is most: the rules on overlapping benefits."""


def nothing_paid(award, today) -> bool:
    """Entitled, and paid nothing: the entitlement itself still counts, for a premium or for somebody else's award."""
    period = award.at(today) if award.periods else None
    return period is not None and period.amount == 0


def paid_instead(award, record: Record, today) -> str:
    """Which benefit is paid in its place, where one is known."""
    others = [
        BENEFITS[a.benefit].en for a in record.awards.held.values()
        if a.benefit in EARNINGS_REPLACEMENT and a.award != award.award and (a.ends is None or a.ends >= today) and not nothing_paid(a, today)
    ]  # fmt: skip
    if not others:
        return "The line has not said why nothing is paid: ask them before you tell the customer."
    return f"{' and '.join(others)} is paid instead, for only one of the two can be paid."


def _component(component) -> str:
    name = COMPONENTS[component.code].en if component.code in COMPONENTS else component.code.replace("_", " ")
    level = component.level.replace("_", " ")
    return name if not level or (level in ("standard",) and component.code == "standard") else f"{name} {level}"


def _state(award, record: Record, today) -> tuple[str, str, str]:
    if award.ends and award.ends < today:
        return f"Ended {in_words(award.ends)}", "grey", ""
    if found := record.suspensions.open.get(award.award):
        said = {
            "asked": ("Suspension asked for", "yellow"), "acknowledged": ("Suspension asked for", "yellow"),
            "suspended": (f"Suspended since {in_words(found.since)}", "red"), "lifting": ("To be paid again", "yellow"),
        }[found.stage]  # fmt: skip
        reviewed = f"Last reviewed {in_words(found.reviewed)}." if found.reviewed else "Not reviewed yet."
        return said[0], said[1], reviewed if found.stage == "suspended" else ""
    if hold := record.suspensions.holds.get(award.award):
        return (
            f"Held to protect the customer until {in_words(hold.until)}",
            "yellow",
            f"Paid another way: {hold.safe_way}" if hold.safe_way else "",
        )
    if award.starts > today:
        return f"Starts {in_words(award.starts)}", "blue", ""
    if nothing_paid(award, today):
        why = f" {paid_instead(award, record, today)}" if award.benefit in EARNINGS_REPLACEMENT else ""
        return "Nothing is paid", "grey", f"Underlying entitlement.{why}"
    if record.death.verified:
        return "End not reported", "yellow", f"{benefit_name(award.line)} has not said that it ended at the death."
    return "In payment", "green", f"Ends {in_words(award.ends)}." if award.ends else ""


def _trouble(trouble) -> str:
    benefit = BENEFITS[trouble.benefit].en if trouble.benefit in BENEFITS else trouble.benefit
    how = {"missed": "was not made", "returned": "came back"}[trouble.how]
    return f"The {benefit} payment of {pounds(trouble.amount)} due {in_words(trouble.due)} {how}. It is not put right yet."


def _heard(line: str, ages: Mapping[str, timedelta | None]) -> bool:
    age = ages.get(line)
    return age is not None and age <= STALE


def _silent(lines: list[str], ages: Mapping[str, timedelta | None]) -> str:
    """Said where what they paid would have stood; "" when every line was heard from lately."""
    if not lines:
        return ""
    said = [f"{line_name(line)} (last {ago(age)})" if (age := ages.get(line)) else line_name(line) for line in lines]
    who = " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
    have, they = ("have", "they") if len(lines) > 1 else ("has", "it")
    return f"{who} {have} not been heard from. What {they} paid lately may not be known here: do not decide on it."
