"""Appointments: all of them, one with what will be there, and a file for a calendar. What is said of one is made in one place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from customerview.identity import audience
from customerview.instructions import team_name
from customerview.instructions.appointments.record_appointment_kept import adjustment_words
from customerview.instructions.appointments.slices import Appointment, held, line_it_is_about
from customerview.instructions.appointments.ways import CALLS, HOWS, how_they_are_met
from customerview.instructions.appointments.words import BRING, OWN_WORDS, TO_THEM
from customerview.kernel import Words, in_words
from customerview.portals.layout import current, t

from .own import Own, own_record, show

WENT = {
    "kept": Words("You were there", "Roeddech chi yno"),
    "missed": Words("We did not meet", "Ni wnaethom gyfarfod"),
    "broken_off": Words("It was broken off", "Daeth i ben cyn pryd"),
    "cancelled": Words("It was cancelled", "Fe'i canslwyd"),
}
ARRANGED = Words("It is arranged.", "Mae wedi'i drefnu.")
ARRANGING = Words("We are arranging it.", "Rydym yn ei drefnu.")


class Shown(NamedTuple):
    """One appointment, in words."""

    number: int
    at: datetime
    when: str
    how: str
    where: str
    rung: bool
    why: str
    minutes: int
    about: str
    whose: str
    bring: list[str]
    there: list[tuple[str, str]]
    with_whom: str
    cannot: bool
    moved: bool
    waits: bool
    """Because of a death that was reported and is not so certain: nobody comes or rings."""
    went: str
    missing: list[str]


def said_of(one: Appointment, own: Own) -> Shown:
    how = t(how_they_are_met(one.how))
    return Shown(
        number=one.number, at=one.at, when=when(one), how=how[:1].upper() + how[1:], where=_where(one, own), rung=one.how in CALLS, minutes=one.minutes, about=one.about,
        why=t(TO_THEM.get(one.purpose, TO_THEM["other"])), whose=t(team_name(one.team)),
        bring=[t(BRING[code]) for code in one.bring if code in BRING] + ([one.bring_also] if one.bring_also else []),
        there=[(_named(code, one), _state(code, one)) for code in (*one.adjustments, *((OWN_WORDS,) if OWN_WORDS in one.to_arrange else ()))],
        with_whom=one.with_whom, cannot=bool(one.cannot), moved=bool(one.moved), waits=held(own.record), went=t(WENT[one.went]) if one.went else "",
        missing=[t(adjustment_words(code)) for code in one.not_met],
    )  # fmt: skip


def when(one: Appointment) -> str:
    return in_words(one.at, current(), weekday=True, time=True)


def _where(one: Appointment, own: Own) -> str:
    """The number we ring, or the place: from the record as it is now, so that a new number is used at once."""
    person = own.record.person
    if one.how in CALLS:
        route = person.routes.get(HOWS[one.how].route)
        return route.value if route else ""
    if one.how == "home_visit":
        home = person.addresses.get("home")
        return ", ".join((*home.lines, home.postcode)) if home and home.safe else ""
    return one.place


def _named(code: str, one: Appointment) -> str:
    return f"“{one.would_help}”" if code == OWN_WORDS and one.would_help else t(adjustment_words(code))


def _state(code: str, one: Appointment) -> str:
    """How far it is, where somebody has to arrange it; the rest we do without."""
    if one.went or code not in one.to_arrange:
        return ""
    return t(ARRANGING if code in one.left_to_arrange else ARRANGED)


def of_theirs(own: Own, some: Any) -> list[Appointment]:
    """Those that this person may see."""
    return [one for one in some if own.covers(line_it_is_about(one, own.record))]


def ahead(own: Own) -> list[Shown]:
    return [said_of(one, own) for one in of_theirs(own, own.record.appointments.ahead(own.now))]


def _one(own: Own, number: int) -> Appointment:
    one = own.record.appointments.of(number)
    if one is None or not of_theirs(own, [one]):
        raise Http404
    return one


@audience("customer", "representative")
@require_safe
def appointments(request: HttpRequest) -> HttpResponse:
    """What is to come, and the latest of what has been."""
    with own_record(request) as own:
        diary = own.record.appointments
        past = [one for one in diary.in_order() if one.until < own.now] + list(diary.over.values())
        past.sort(key=lambda one: one.at, reverse=True)
        return show(request, "appointments.html", own, {"ahead": ahead(own), "past": [said_of(one, own) for one in of_theirs(own, past)]})


@audience("customer", "representative")
@require_safe
def appointment(request: HttpRequest, number: int) -> HttpResponse:
    with own_record(request) as own:
        one = _one(own, number)
        stands = number in own.record.appointments.open and one.until >= own.now
        return show(request, "appointment.html", own, {
            "one": said_of(one, own), "stands": stands, "back": reverse("customer:appointments"),
            "may_move": stands and not one.cannot and not held(own.record) and own.may("say_cannot_make_it"),
            "may_say": stands and not held(own.record) and own.may("say_what_would_help"),
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def calendar(request: HttpRequest, number: int) -> HttpResponse:
    """The appointment for a calendar. Others may see a calendar: it says when and how, and neither which benefit nor what is needed."""
    with own_record(request) as own:
        one = _one(own, number)
        if number not in own.record.appointments.open:
            raise Http404
        shown = said_of(one, own)
        event = Event()
        event.add("uid", f"{own.stream}-{number}@{settings.BRAND_NAME.lower().replace(' ', '-')}")
        event.add("dtstamp", own.now.astimezone(UTC))
        event.add("dtstart", one.at.astimezone(UTC))
        event.add("dtend", one.until.astimezone(UTC))
        event.add("sequence", one.moved)
        event.add("summary", t("Appointment", "Apwyntiad"))
        event.add("description", f"{shown.how}.")
        if shown.where and one.how not in (*CALLS, "home_visit"):
            event.add("location", shown.where)
        made = Calendar()
        made.add("prodid", f"-//{settings.BRAND_NAME}//{current()}")
        made.add("version", "2.0")
        made.add("method", "PUBLISH")
        made.add_component(event)
        answer = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{t("appointment", "apwyntiad")}.ics"'
        return answer
