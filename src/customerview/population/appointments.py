"""Appointments in made-up lives: booked by a way that works, prepared for, kept for the most part; some moved, cancelled or missed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from customerview.instructions import catalogue
from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.instructions.appointments.ways import ways_left
from customerview.kernel import LONDON, Actor, Record

from . import cast, clock
from .people import Person
from .playing import Step, Strand, do

ABOUT = {
    "UC": ("work", "claim", "evidence"),
    "JSA": ("work", "claim"),
    "ESA": ("review", "needs"),
    "PIP": ("review", "form"),
    "AA": ("form",),
}
PLACES = ("12 Mill Street", "3 Station Parade", "40 Castle Road")
COMING = 0.12
"""The share of customers who have an appointment to come."""
HOW_IT_GOES = (("record_appointment_kept", 78), ("move_appointment", 8), ("cancel_appointment", 7), ("record_appointment_missed", 7))


def coming(chance: Random, p: Person, today: date) -> Strand:
    """One booked lately, for a day that is still to come."""
    booked = max(p.known_since + timedelta(days=1), today - timedelta(days=chance.randint(1, 6)))
    yield from appointment(chance, p, booked, at_least=8)


def appointment(chance: Random, p: Person, day: date, forgotten: bool = False, at_least: int = 3) -> Strand:
    """Booked in a call, on a working day some days ahead; how it went is recorded unless that was forgotten."""
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    someone = cast.somebody(chance, line, "agent")
    when = _a_time(chance, p, at.date() + timedelta(days=chance.randint(at_least, at_least + 14)))
    way, about, minutes = chance.random(), chance.choice(ABOUT.get(line, ("claim", "other"))), chance.choice((20, 30, 45, 60))
    yield Step(at, someone, do("acknowledge_key_facts"))

    def book(record: Record):
        left = ways_left(when.date(), record)
        if not left:
            return None
        how = left[int(way * len(left))]
        return do("book_appointment", how=how, at=when, minutes=minutes, purpose=about, agreed=True, award=next(iter(record.awards.held), ""),
                  place=PLACES[int(way * 97) % 3] if how in ("jobcentre", "visit") else "", bring=("letter",) if about == "evidence" else ())  # fmt: skip

    booked = yield Step(at + timedelta(minutes=3), someone, book)
    if booked is None or not isinstance(fact := booked.facts[0].fact, AppointmentBooked):
        return
    yield from _until_it_is_over(chance, booked.facts[0].number, fact, someone, at, forgotten)


def _until_it_is_over(chance: Random, number: int, fact: AppointmentBooked, someone: Actor, at: datetime, forgotten: bool) -> Strand:
    if fact.to_arrange and not forgotten:
        yield Step(
            min(clock.after(chance, at, 1), fact.at - timedelta(hours=2)),
            someone,
            do("arrange_adjustments", appointment=number, arranged=fact.to_arrange),
        )
    went = chance.choices([name for name, _ in HOW_IT_GOES], [share for _, share in HOW_IT_GOES])[0]
    if went == "cancel_appointment":
        yield Step(fact.at - timedelta(hours=20), someone, do(went, appointment=number, wish="customer", why="ill", rebook=False, said=""))
        return
    if went == "move_appointment":
        later = fact.at + timedelta(days=7)
        moved = do(
            went,
            appointment=number,
            how=fact.how,
            at=later,
            minutes=fact.minutes,
            wish="customer",
            why="caring",
            agreed=True,
            place=fact.place,
        )
        if (yield Step(fact.at - timedelta(hours=26), someone, moved)) is not None:
            yield Step(later + timedelta(minutes=fact.minutes), someone, do("record_appointment_kept", appointment=number, met=True))
            return
    if forgotten:
        return
    after = fact.at + timedelta(minutes=fact.minutes)
    if went == "record_appointment_missed":
        yield Step(after, someone, do(went, appointment=number))
        yield Step(
            clock.after(chance, after, 0.7),
            someone,
            do("record_contact_attempt", route="mobile", outcome="reached", reason="A missed appointment"),
        )
        yield Step(
            clock.after(chance, after, 2),
            someone,
            do("follow_up_missed", appointment=number, outcome="good_reason", visit=False, rebook=False, why="ill"),
        )
        return
    missing = fact.adjustments[:1] if chance.random() < 0.05 else ()
    yield Step(after, someone, do("record_appointment_kept", appointment=number, met=not missing, not_met=missing))


def _a_time(chance: Random, p: Person, day: date) -> datetime:
    """A quarter of an hour of a working day where they live."""
    day = catalogue().calendars.of(p.address.nation, day).on_or_after(day)
    return datetime.combine(day, time(9), LONDON) + timedelta(minutes=15 * chance.randrange(29))
