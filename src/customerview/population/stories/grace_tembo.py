"""Grace Tembo: deaf; there was no interpreter at her last appointment, and for the next one none is booked yet."""

from __future__ import annotations

from datetime import date, datetime, time

from customerview.instructions.appointments.facts import AppointmentBooked
from customerview.instructions.awards_and_payments.facts import Component
from customerview.kernel import LONDON

from .. import cast
from .telling import Role, Story, Telling

GRACE = Role(sub="customer-grace", kind="customer", name="Grace Tembo", label="Deaf; an appointment in two days", born=date(1990, 6, 8),
             look_at=("Her next appointment stands on the home page: what will be there, and what is being arranged.",
                      "Put it in a calendar, ask to move it, say what would help on the day."))  # fmt: skip
JOBCENTRE = "12 Mill Street, Ashbeck"


def tell(told: Telling) -> None:
    agent = cast.colleague("ESA", "agent", 7)
    grace = told.opened(50, "ESA", GRACE.born or told.today, "Grace", "Tembo", lines=("26 Tannery Lane", "Ashbeck"), postcode="QA2 4LD",
                        nation="england_and_wales", mobile="07700 900740", email="grace.tembo@example.com")  # fmt: skip
    told.awarded(grace, "ESA", 19_110, "fortnight", (Component(code="work_related", pence=0),), next_in=4)
    told.happens(grace, 300, agent, "record_need", need="hearing", source="told")
    told.happens(grace, 300, agent, "choose_language", language="en", interpreter="bsl")
    told.happens(grace, 300, agent, "agree_adjustment", adjustment="sign_language")
    told.happens(grace, 300, agent, "screen_needs", outcome="found", how="asked")
    last, coming = told.working_day(4), told.working_day(-2)
    one = _booked(told, grace, 18, datetime.combine(last, time(11), LONDON), purpose="evidence", bring=("bank",))
    told.happens(grace, told.at(last, 11, 40), agent, "record_appointment_kept", appointment=one, met=False, not_met=("sign_language",),
                 said="We wrote notes to each other. She wants an interpreter the next time.")  # fmt: skip
    two = _booked(
        told, grace, told.at(told.working_day(3)), datetime.combine(coming, time(10, 30), LONDON), purpose="review", bring=("letter",)
    )
    told.happens(grace, 1, cast.customer(grace), "say_what_would_help", appointment=two, adjustments=("quiet_place",))
    told.signs_in_as(grace, GRACE)


def _booked(told: Telling, stream, on, at: datetime, **more) -> int:
    agent = cast.colleague("ESA", "agent", 7)
    told.happens(stream, on, agent, "acknowledge_key_facts")
    booked = told.happens(
        stream, on, agent, "book_appointment", how="jobcentre", place=JOBCENTRE, at=at, minutes=40, agreed=True, award="ESA-1", **more
    )
    return next(f.number for f in booked if isinstance(f.fact, AppointmentBooked))


STORY = Story(
    slug="grace-tembo",
    headline="Deaf: no interpreter at her last appointment, and none booked yet for the next",
    tell=tell,
    sign_in_as=(GRACE,),
)
