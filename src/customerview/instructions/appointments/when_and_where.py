"""When and where an appointment is: how it is asked for, what is wrong with it, and what follows from it for those who prepare it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

from customerview.kernel import LONDON, Asked, Choice, Problem, Record, Words, field, in_words

from .ways import ELSEWHERE, HOWS, why_not_met
from .words import NOT_ON_THE_DAY, TO_ARRANGE


def day_of(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def ways_to_meet(record: Record) -> Sequence[Choice]:
    """Every way, those that work for this customer today first; beside the others why they do not."""
    today = day_of(record.at) if record.at else date.min
    why = {code: why_not_met(code, record.on or today, record) for code in HOWS}
    return [Choice(code, HOWS[code].words, why[code]) for code in sorted(HOWS, key=lambda code: why[code] is not None)]


At = Annotated[datetime, field("When is it?", kind="moment", missing="Give the day and the time.")]
Minutes = Annotated[
    int, field("How long will it take, in minutes?", kind="number", ge=5, le=480, missing="Say how many minutes it will take.")
]
HowMet = Annotated[str, field("How do you meet?", kind="choice", choices=ways_to_meet)]
Place = Annotated[
    str,
    field("Where?", max_length=300, hint="The name and address of the place. Leave it out for a call or a visit at home."),
]
Agreed = Annotated[bool, field("Did the customer agree to this day and time?", kind="yes_no")]

PAST = Words("Choose a time that is still to come.", "Dewiswch amser sydd eto i ddod.")
NO_PLACE = Words("Say where you meet: the name and address of the place.", "Dywedwch ble rydych yn cyfarfod: enw a chyfeiriad y lle.")


def wrong_with(at: datetime, minutes: int, how: str, place: str, record: Record, asked: Asked, *, but: int = 0) -> list[Problem]:
    """Mistakes that can be mended in the form: a time that is past, a day off, a clash, a place nobody could find."""
    wrong = [Problem("at", said) for said in (_wrong_day(at, asked) or _clash(at, minutes, record, but),) if said]
    if how in (*ELSEWHERE, "visit") and not place.strip():
        wrong.append(Problem("place", NO_PLACE))
    return wrong


def _wrong_day(at: datetime, asked: Asked) -> Words | None:
    if at <= asked.at:
        return PAST
    day, hours = day_of(at), asked.of("appointments")
    said = [in_words(day, lang, weekday=True) for lang in ("en", "cy")]
    if day.weekday() == 6:
        return Words(f"{said[0]} is a Sunday. Choose another day.", f"Mae {said[1]} yn ddydd Sul. Dewiswch ddiwrnod arall.")
    if day in asked.calendar.holidays:
        return Words(f"{said[0]} is a bank holiday where they live. Choose another day.",
                     f"Mae {said[1]} yn ŵyl banc lle maent yn byw. Dewiswch ddiwrnod arall.")  # fmt: skip
    opens, closes = hours.figure("opens_at_hour"), hours.figure("closes_at_hour")
    if not opens <= at.astimezone(LONDON).hour < closes:
        return Words(f"Choose a time between {opens}:00 and {closes}:00.", f"Dewiswch amser rhwng {opens}:00 a {closes}:00.")
    return None


def _clash(at: datetime, minutes: int, record: Record, but: int) -> Words | None:
    for one in record.appointments.open.values():
        if one.number != but and one.overlaps(at, minutes):
            return Words(
                f"They have another appointment then: {in_words(one.at, time=True)}. Choose another time.",
                f"Mae ganddynt apwyntiad arall bryd hynny: {in_words(one.at, 'cy', time=True)}. Dewiswch amser arall.",
            )
    return None


def applied(record: Record, more: tuple[str, ...] = ()) -> dict[str, Any]:
    """Which needs and adjustments apply to an appointment: all that are recorded, without asking again, and what was asked for besides.

    What is feared is restricted; an appointment is read by everybody, so it is not among them.
    """
    person, needs = record.person, record.needs
    interpreting = ("sign_language",) if person.interpreter == "bsl" else ("interpreter",) if person.interpreter else ()
    adjustments = tuple(dict.fromkeys(a for a in (*needs.adjustments, *interpreting, *more) if a not in NOT_ON_THE_DAY))
    return {
        "language": person.language, "interpreter": person.interpreter, "adjustments": adjustments,
        "needs": tuple(n.need for n in needs.held.values() if n.tier != "serious_harm"),
    }  # fmt: skip


def prepared(at: datetime, adjustments: tuple[str, ...], asked: Asked, more: tuple[str, ...] = ()) -> dict[str, Any]:
    """What somebody arranges, by when, and when the customer is reminded: working days before, never before today."""
    to_arrange = tuple(dict.fromkeys((*(a for a in adjustments if a in TO_ARRANGE), *more)))
    return {
        "to_arrange": to_arrange, "arrange_by": days_before(at, "adjustment_arranged_before_the_day", "arrange_before_wd", asked) if to_arrange else None,
        "remind_on": days_before(at, "remind_of_appointment", "remind_before_wd", asked),
    }  # fmt: skip


def days_before(at: datetime, rule: str, figure: str, asked: Asked) -> date:
    return max(asked.today, asked.calendar.add(day_of(at), -asked.of(rule).figure(figure)))
