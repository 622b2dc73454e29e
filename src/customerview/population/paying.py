"""What made-up customers are paid, and a line's reports of it over the years: new rates each April, now and then a payment astray."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from customerview.instructions.awards_and_payments import paydays, rates
from customerview.instructions.awards_and_payments.facts import Component
from customerview.kernel import Actor
from customerview.kernel.facts import FactShared
from customerview.kernel.owed import months_after
from customerview.perform import Performed

from . import cast, clock
from .people import Person, pension_day
from .playing import Step, Strand, do

FREQUENCY = {"UC": "month", "ESA": "fortnight", "JSA": "fortnight", "IS": "fortnight"}
"""How often each benefit is paid; the rest every four weeks."""

FIRST_RATES = date(2025, 4, 7)
UPRATED = {2022: 0.031, 2023: 0.101, 2024: 0.067, 2025: 0.017}
"""By how much most rates rose each April. Rates before the first ones in the instructions are worked back by these."""


class Part:
    """One part of an award: a rate by name, or an amount of the person's own (`pence`, at the newest rates)."""

    __slots__ = ("code", "level", "pence", "share", "unit")

    def __init__(self, code: str, level: str = "", *, share: float = 1.0, pence: int = 0, unit: str = "week") -> None:
        self.code, self.level, self.share, self.pence, self.unit = code, level, share, pence, unit

    def on(self, benefit: str, day: date) -> Component:
        known = max(day, FIRST_RATES)
        if self.pence:
            pence, unit = self.pence / (1.038 if known < date(2026, 4, 6) else 1), self.unit
        else:
            rate = rates.rate(benefit, self.code, self.level, known)
            pence, unit = rate.pence * self.share, rate.unit
        for year, rise in UPRATED.items():
            if day < date(year, 4, 6 if year != 2025 else 7):
                pence /= 1 + rise
        return Component(code=self.code, level=self.level, pence=round(pence / 5) * 5, unit=unit)


def parts(chance: Random, p: Person, benefit: str, today: date) -> list[Part]:
    """What this person's award of a benefit is made of."""
    return PARTS[benefit](chance, p, today)


def _pip(chance: Random, p: Person, today: date) -> list[Part]:
    living, moving = chance.choices(
        (("enhanced", "enhanced"), ("enhanced", "standard"), ("enhanced", ""), ("standard", "standard"), ("standard", "enhanced"),
         ("standard", ""), ("", "enhanced"), ("", "standard")), (36, 11, 9, 10, 9, 13, 6, 6),
    )[0]  # fmt: skip
    return [Part(code, level) for code, level in (("daily_living", living), ("mobility", moving)) if level]


def _dla(chance: Random, p: Person, today: date) -> list[Part]:
    care = chance.choices(("highest", "middle", "lowest"), (40, 45, 15))[0]
    moving = chance.choices(("higher", "lower", ""), (25, 55, 20))[0] if p.age(today) > 4 else ""
    return [Part("care", care), *([Part("mobility", moving)] if moving else [])]


def _aa(chance: Random, p: Person, today: date) -> list[Part]:
    return [Part("attendance", chance.choices(("higher", "lower"), (60, 40))[0])]


def _sp(chance: Random, p: Person, today: date) -> list[Part]:
    if pension_day(p.born) >= date(2016, 4, 6):
        return [Part("new_state_pension", "full", share=min(1.0, max(0.3, chance.gauss(0.98, 0.12))))]
    basic = Part("basic_state_pension", "full", share=min(1.0, max(0.4, chance.gauss(0.97, 0.1))))
    return [basic, Part("additional_pension", pence=int(chance.triangular(200, 14_000, 3_000)))]


def _pc(chance: Random, p: Person, today: date) -> list[Part]:
    found = [Part("guarantee", pence=int(chance.triangular(300, 12_000, 3_500)))]
    if {"AA", "PIP"} & set(p.benefits) and not p.cared_for_by and not p.partner:
        found.append(Part("severe_disability", "one"))
    if p.cares_for:
        found.append(Part("carer", "one"))
    return found


def _ca(chance: Random, p: Person, today: date) -> list[Part]:
    """Carer's Allowance gives way to a State Pension that is as much: entitlement stays, and nothing is paid."""
    return [Part("carers_allowance", share=0.0 if "SP" in p.benefits else 1.0)]


def _esa(chance: Random, p: Person, today: date) -> list[Part]:
    group = chance.choices(("support", "work_related_activity", ""), (90, 7, 3))[0]
    return [Part("personal", "25_or_over"), *([Part(group)] if group else [])]


def _out_of_work(chance: Random, p: Person, today: date) -> list[Part]:
    return [Part("personal", "under_25" if p.age(today) < 25 else "25_or_over")]


def _uc(chance: Random, p: Person, today: date) -> list[Part]:
    who = "couple" if p.partner else "single"
    found = [Part("standard", f"{who}_{'under_25' if p.age(today) < 25 else '25_or_over'}")]
    for number in range(chance.choices((0, 1, 2, 3, 4), (58, 19, 15, 6, 2))[0] if p.age(today) < 56 else 0):
        found.append(Part("child", "first_before_april_2017" if number == 0 and p.age(today) > 34 else "each"))
    if chance.random() < (0.6 if "PIP" in p.benefits else 0.12):
        found.append(Part("health", "protected"))
    if p.cares_for:
        found.append(Part("carer"))
    if chance.random() < 0.6:
        found.append(Part("housing", pence=int(chance.triangular(28_000, 110_000, 52_000)), unit="month"))
    return found


PARTS = {
    "PIP": _pip, "DLA": _dla, "AA": _aa, "SP": _sp, "PC": _pc, "CA": _ca, "ESA": _esa, "JSA": _out_of_work, "IS": _out_of_work, "UC": _uc,
}  # fmt: skip


def confirmed(done: Performed | None, system: Actor, at: datetime) -> Strand:
    """A line's system confirms what was shared with it."""
    for happened in done.facts if done else ():
        shared = happened.fact
        if isinstance(shared, FactShared) and shared.recipient == system.line:
            yield Step(at, system, do("record_receipt", share=shared.share, of=shared.of))


def award(chance: Random, p: Person, benefit: str, today: date) -> Strand:
    """One award as its line reports it: begun, raised each April, sometimes a payment missed or sent back, sometimes ended."""
    line, name = cast.line_system(benefit), f"{benefit}-1"
    made_of, frequency = parts(chance, p, benefit, today), FREQUENCY.get(benefit, "four_weeks")
    began = _began(chance, p, benefit)
    payday = _payday(chance, p, benefit, began)
    told = p.known_since + timedelta(days=chance.choice((0, 0, 0, 1, 2, 9)))

    def amounts(day: date) -> tuple[tuple[Component, ...], int]:
        found = tuple(part.on(benefit, day) for part in made_of)
        return found, paydays.per_payment(found, frequency)

    components, amount = amounts(told)
    reported = clock.early(chance, told)
    done = yield Step(reported, line, do("report_award",
        award=name, benefit=benefit, amount=amount, frequency=frequency, starts=began, components=components,
        next_payment=_next(payday, frequency, told), reference=f"{benefit}{p.place:08}",
    ))  # fmt: skip
    yield from confirmed(done, line, reported + timedelta(minutes=3))
    trouble = _troubles(chance, told, today)
    ends = _ends(chance, benefit, told, today)
    for year in range(told.year, today.year + 1):
        rise = date(year, 4, 6) + timedelta(days=(-date(year, 4, 6).weekday()) % 7)
        while trouble and trouble[0] < min(rise, ends):
            yield from _astray(chance, p, benefit, trouble.pop(0), amount, payday, frequency)
        if rise > ends:
            break
        if rise > told and rise <= today + timedelta(days=30):
            components, amount = amounts(rise)
            said = rise - timedelta(days=chance.randint(10, 50)) if chance.random() < 0.97 else rise + timedelta(days=chance.randint(3, 60))
            yield Step(clock.early(chance, max(said, told)), line, do("report_award_change",
                award=name, starts=rise, amount=amount, frequency=frequency, components=components,
                next_payment=_next(payday, frequency, rise), why="New rates",
            ))  # fmt: skip
    while trouble and trouble[0] < min(today, ends):
        yield from _astray(chance, p, benefit, trouble.pop(0), amount, payday, frequency)
    if ends < today:
        why = {"DLA": "Moved to PIP", "ESA": "Moved to Universal Credit"}.get(benefit, "No longer entitled")
        yield Step(clock.early(chance, ends + timedelta(days=2)), line, do("report_award_end", award=name, ended=ends, why=why))


def _began(chance: Random, p: Person, benefit: str) -> date:
    """When the award itself began, often long before the record here."""
    if benefit == "SP":
        return min(pension_day(p.born), p.known_since)
    began = p.known_since - timedelta(days=int(chance.expovariate(1 / 1500)))
    return max(began, p.born + timedelta(days=90), date(2013, 4, 8))


def _payday(chance: Random, p: Person, benefit: str, began: date) -> date:
    if benefit == "SP":
        return paydays.pension_day_on_or_after(p.nino, began + timedelta(days=28))
    return began + timedelta(days=28 + chance.randrange(14))


def _next(payday: date, frequency: str, on: date) -> date:
    """The day a payment falls due, on or after a day."""
    if frequency == "month":
        months = (on.year - payday.year) * 12 + on.month - payday.month
        return next(due for m in (months, months + 1) if (due := months_after(payday, m)) >= on)
    step = 7 * paydays.WEEKS[frequency]
    return payday if payday >= on else on + timedelta(days=(payday - on).days % step)


def _troubles(chance: Random, told: date, today: date) -> list[date]:
    """Days on which a payment goes astray: most awards have none in years."""
    years = max(0.1, (today - told).days / 365)
    count = sum(chance.random() < 0.035 for _ in range(round(years * 2)))
    return sorted(told + timedelta(days=20 + chance.randrange(max(1, (today - told).days))) for _ in range(count))


def _ends(chance: Random, benefit: str, told: date, today: date) -> date:
    share = {"ESA": 0.12, "IS": 0.5, "JSA": 0.4, "UC": 0.06, "PIP": 0.03, "CA": 0.05}.get(benefit, 0.005)
    if chance.random() > share:
        return date.max
    return told + timedelta(days=60 + chance.randrange(max(1, (today - told).days)))


def _astray(chance: Random, p: Person, benefit: str, day: date, amount: int, payday: date, frequency: str) -> Iterator[Step]:
    """A payment is missed or sent back; mostly put right soon, sometimes forgotten."""
    line, name = cast.line_system(benefit), f"{benefit}-1"
    due = _next(payday, frequency, day)
    payment = f"{name}-{due:%Y%m%d}"
    seen = clock.early(chance, due + timedelta(days=chance.randint(1, 4)))
    if chance.random() < 0.55:
        yield Step(seen, line, do("report_payment_returned", award=name, payment=payment, due=due, amount=amount, why="Account closed"))
    else:
        yield Step(
            seen,
            line,
            do("report_payment_missed", award=name, payment=payment, due=due, amount=amount, why="Bank details under change"),
        )
    if chance.random() < 0.06:
        return
    made = seen.date() + timedelta(days=1 + int(chance.expovariate(1 / 6)))
    if chance.random() < 0.5:
        yield Step(
            clock.early(chance, made + timedelta(days=1)),
            line,
            do("report_payment_put_right", award=name, payment=payment, made=made, amount=amount),
        )
    else:
        late = do("report_payment_made_late", award=name, payment=payment, due=due, made=made, amount=amount)
        yield Step(clock.early(chance, made + timedelta(days=1)), line, late)
