"""Appointments as colleagues see them: the next one at the head, all that stand with what is to be there, and what can be done."""

from __future__ import annotations

from typing import Any, NamedTuple

from customerview.instructions.appointments.record_appointment_kept import adjustment_words
from customerview.instructions.appointments.slices import Appointment, held
from customerview.instructions.appointments.ways import HOWS
from customerview.instructions.appointments.words import BRING, OWN_WORDS, PURPOSES, REASONS
from customerview.kernel import Asked, Record, in_words

from .naming import team_name

AHEAD = (
    ("move_appointment", "Move"),
    ("cancel_appointment", "Cancel"),
    ("arrange_adjustments", "Record what is arranged"),
    ("leave_as_it_is", "It stays"),
)
BEHIND = (
    ("record_appointment_kept", "It took place"), ("record_appointment_missed", "They were not there"),
    ("record_appointment_broken_off", "It was broken off"), ("cancel_appointment", "It was cancelled"),
)  # fmt: skip
WENT = {"kept": "took place", "missed": "they were not there", "broken_off": "was broken off", "cancelled": "was cancelled"}


ALONE = "; agreed with the customer alone: nobody who acts for them knows of it"


class Shown(NamedTuple):
    """One appointment that stands, or that is over."""

    when: str
    what: str
    whose: str
    there: str
    said: str
    """What the customer told us of it: that they cannot make it, what would help."""
    waits: bool
    todo: list[tuple[str, str]]


def next_one(record: Record, asked: Asked) -> str:
    """For the head of the page: the next appointment in one sentence."""
    ahead = record.appointments.ahead(asked.at)
    if not ahead:
        return ""
    one = ahead[0]
    left = ", ".join(adjustment_words(a).en for a in one.left_to_arrange)
    parts = [
        f"{in_words(one.at, weekday=True, time=True)}: {_how(one)}, about {_purpose(one)}", "they cannot make it" if one.cannot else "",
        "it waits: a death was reported" if held(record) else "", f"not arranged yet: {left}" if left else "",
        f"{len(ahead) - 1} more" if ahead[1:] else "",
    ]  # fmt: skip
    return "; ".join(filter(None, parts))


def appointments(record: Record, asked: Asked, known: set[str]) -> list[Shown]:
    """Those that stand, soonest first. `known`: the actions there are."""
    return [
        Shown(
            when=in_words(one.at, weekday=True, time=True), what=f"{_how(one)}, about {_purpose(one)}, {one.minutes} minutes" + (f", at {one.place}" if one.place else "") + (ALONE if one.private else ""),
            whose=team_name(one.team), there=_there(one), said=_said(one), waits=held(record), todo=[] if held(record) and one.at <= asked.at else _todo(one, record, asked, known),
        )
        for one in record.appointments.in_order()
    ]  # fmt: skip


def _todo(one: Appointment, record: Record, asked: Asked, known: set[str]) -> list[tuple[str, str]]:
    ways = AHEAD if asked.at < one.at else BEHIND
    if held(record):
        ways = (("hold_appointment", "Record that nobody goes"), ("cancel_appointment", "Cancel"))
    not_now = {"arrange_adjustments": not one.left_to_arrange, "leave_as_it_is": not one.cannot, "hold_appointment": one.stood_down,
               "record_appointment_missed": bool(one.cannot)}  # fmt: skip
    return [
        (f"/staff/customers/{record.stream}/do/{name}?appointment={one.number}", says)
        for name, says in ways
        if name in known and not not_now.get(name)
    ]


def past(record: Record) -> list[str]:
    """The latest that are over, in a line each."""
    over = sorted(record.appointments.over.values(), key=lambda one: one.at, reverse=True)
    return [
        f"{in_words(one.at)}: {_how(one)}, {WENT.get(one.went, one.went)}"
        + (f" ({REASONS[one.why].en})" if one.why in REASONS else "")
        + (f". Missing: {', '.join(adjustment_words(a).en for a in one.not_met)}" if one.not_met else "")
        for one in over[:5]
    ]  # fmt: skip


def lines(one: Appointment) -> list[tuple[str, str]]:
    """What a form about it says beside its questions."""
    bring = "; ".join([*(BRING[code].en for code in one.bring if code in BRING), *([one.bring_also] if one.bring_also else [])])
    said = [
        ("Appointment", f"{in_words(one.at, weekday=True, time=True)}, {one.minutes} minutes"), ("How", _how(one)), ("Where", one.place), ("About", _purpose(one)),
        ("With", team_name(one.team)), ("What is to be there", _there(one)), ("To bring", bring), ("Take care", ALONE[2:].capitalize() if one.private else ""), ("Who else comes", one.with_whom), ("They said", _said(one)),
    ]  # fmt: skip
    return [(term, words) for term, words in said if words]


def as_it_stands(action: str, given: dict[str, Any], record: Record) -> dict[str, Any]:
    """What a form about an appointment begins with: moving it changes the day, and the rest stays unless it is said."""
    one = record.appointments.open.get(given.get("appointment", 0)) if action == "move_appointment" else None
    return {"how": one.how, "minutes": one.minutes, "place": one.place} if one else {}


def called(one: Appointment) -> str:
    return in_words(one.at, time=True)


def _how(one: Appointment) -> str:
    return HOWS[one.how].words.en if one.how in HOWS else one.how


def _purpose(one: Appointment) -> str:
    return PURPOSES[one.purpose].en if one.purpose in PURPOSES else one.purpose


def _there(one: Appointment) -> str:
    codes = (*one.adjustments, *((OWN_WORDS,) if OWN_WORDS in one.to_arrange else ()))
    interpreter = f" ({one.interpreter.upper()})" if one.interpreter else ""
    return "; ".join(
        f"{one.would_help if a == OWN_WORDS and one.would_help else adjustment_words(a).en}{interpreter if a in ('interpreter', 'sign_language') else ''}"
        + (", not arranged yet" if a in one.left_to_arrange else ", arranged" if a in one.to_arrange else "")
        for a in codes
    )


def _said(one: Appointment) -> str:
    if not one.cannot:
        return ""
    wants = "would like another day or time" if one.cannot == "move" else "cannot make it, and does not know when they can"
    return ". ".join(filter(None, [wants.capitalize(), f"Good for them: {one.better}" if one.better else "", one.cannot_said]))
