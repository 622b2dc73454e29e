"""How people meet us, and whether this customer can be met so on a day: one answer, for bookings and for what a provider reports."""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Record, Words, speak_as

from ..change_of_circumstances.facts import STAYS
from ..support_needs.slices import why_not_usable


class How(msgspec.Struct, frozen=True, kw_only=True):
    """One way to meet: what it is called, and by which route the customer is reached in it."""

    words: Words
    route: str = "in_person"


HOWS = {
    "mobile": How(words=Words("phone call to a mobile", "galwad i ffôn symudol"), route="mobile"),
    "phone": How(words=Words("phone call to a landline", "galwad i ffôn llinell dir"), route="phone"),
    "text_relay": How(words=Words("text relay call", "galwad cyfnewid testun"), route="text_relay"),
    "video_relay": How(words=Words("video relay call in sign language", "galwad cyfnewid fideo mewn iaith arwyddion"), route="video_relay"),
    "jobcentre": How(words=Words("meeting at a jobcentre", "cyfarfod mewn canolfan waith")),
    "centre": How(words=Words("meeting at an assessment centre", "cyfarfod mewn canolfan asesu")),
    "home_visit": How(words=Words("visit at home", "ymweliad gartref")),
    "visit": How(words=Words("visit where they are staying", "ymweliad lle maent yn aros")),
}  # fmt: skip
"""Codes are stable."""
THEIR_WORDS = {"visit": Words("visit where you are staying", "ymweliad lle rydych yn aros")}
CALLS = ("mobile", "phone", "text_relay", "video_relay")
ELSEWHERE = ("jobcentre", "centre")
VISITS = ("home_visit", "visit")

DURING = {"hospital": ("mobile", "text_relay", "video_relay", "visit"), "custody": ("visit",)}
"""What a stay leaves possible; where nothing is said of a kind of stay, a visit."""

speak_as("met_by", lambda code, lang: HOWS[str(code)].words.say(lang) if str(code) in HOWS else str(code))


def how_they_are_met(code: str) -> Words:
    """The same, said to the customer."""
    return THEIR_WORDS.get(code) or (HOWS[code].words if code in HOWS else Words(code, code))


def why_not_met(how: str, on: date, record: Record) -> Words | None:
    """Why this customer cannot be met so on that day; None: it works, is safe and suits them."""
    stay = record.stays.on(on)
    if stay is not None and how not in DURING.get(stay.stay, ("visit",)):
        where = STAYS[stay.stay]
        return Words(f"They are {where.en}.", f"Maent {where.cy}.")
    if how in CALLS:
        return why_not_usable(HOWS[how].route, record)
    met = record.person.routes.get("in_person")
    if met is not None and not (met.suits and met.safe):
        return Words("Meeting in person does not suit them.", "Nid yw cyfarfod wyneb yn wyneb yn addas iddynt.")
    if how in ELSEWHERE and ("mobility" in record.needs.held or "home_visit" in record.needs.adjustments):
        return Words("They cannot easily leave home.", "Ni allant adael y cartref yn hawdd.")
    if how == "home_visit":
        home = record.person.addresses.get("home")
        if home is None:
            return Words("No home address is known.", "Nid oes cyfeiriad cartref yn hysbys.")
        if not home.safe or record.person.protected_address is not None:
            return Words("A visit at home is not safe.", "Nid yw ymweliad gartref yn ddiogel.")
    return None


def ways_left(on: date, record: Record) -> list[str]:
    """Every way in which they can be met on that day; a visit where they are when there is no other. Empty: somebody has to find one."""
    left = [how for how in HOWS if how != "centre" and why_not_met(how, on, record) is None]
    return [how for how in left if how != "visit"] or left
