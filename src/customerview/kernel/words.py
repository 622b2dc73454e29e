"""Sentences in English and Welsh, and how days, money and other values are said inside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from string import Formatter
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
"""Days and times of day are always this zone's."""

MONTHS = {
    "en": ("January February March April May June July August September October November December").split(),
    "cy": ("Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr").split(),
}
WEEKDAYS = {
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split(),
    "cy": ("dydd Llun,dydd Mawrth,dydd Mercher,dydd Iau,dydd Gwener,dydd Sadwrn,dydd Sul").split(","),
}


class Words(NamedTuple):
    """One sentence or phrase in both languages. `{name}` and `{name:spec}` are filled by `say`."""

    en: str
    cy: str

    def say(self, lang: str = "en", /, **values: object) -> str:
        """The sentence in `lang`, its gaps filled. Specs: date, day, time, money, or a name added by `speak_as`."""
        text = self.cy if lang == "cy" else self.en
        return _Speaker(lang).vformat(text, (), values) if values else text


def words(text: str | Words) -> Words:
    """Words for staff may be written once in English; they stand for both languages."""
    return text if isinstance(text, Words) else Words(text, text)


def in_words(value: date | datetime, lang: str = "en", *, weekday: bool = False, time: bool = False) -> str:
    """A day as a person would say it: "Friday 27 November 2026", "10:05am on 3 May 2026"."""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON)
    said = f"{value.day} {MONTHS[lang][value.month - 1]} {value.year}"
    if weekday:
        said = f"{WEEKDAYS[lang][value.weekday()]} {said}"
    if time and isinstance(value, datetime):
        half = ("am", "pm") if lang == "en" else ("yb", "yp")
        clock = f"{(value.hour - 1) % 12 + 1}:{value.minute:02}{half[value.hour >= 12]}"
        said = f"{clock} on {said}" if lang == "en" else f"{clock} ar {said}"
    return said


def pounds(pence: int) -> str:
    """Money for reading, from whole pence: "£1,204.50"."""
    sign = "-" if pence < 0 else ""
    return f"{sign}£{Decimal(abs(pence)) / 100:,.2f}"


_spoken: dict[str, Callable[[object, str], str]] = {
    "date": lambda v, lang: in_words(v, lang) if isinstance(v, date) else str(v),
    "day": lambda v, lang: in_words(v, lang, weekday=True) if isinstance(v, date) else str(v),
    "time": lambda v, lang: in_words(v, lang, time=True) if isinstance(v, datetime) else str(v),
    "money": lambda v, lang: pounds(int(v)) if isinstance(v, int) else str(v),
    "choice": lambda v, lang: str(v).replace("_", " "),
}


def speak_as(spec: str, phrase: Callable[[object, str], str]) -> None:
    """Teach sentences a new spec: `speak_as("benefit", name_of)` makes `{award:benefit}` readable."""
    _spoken[spec] = phrase


class _Speaker(Formatter):
    def __init__(self, lang: str) -> None:
        self.lang = lang

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in _spoken:
            return _spoken[format_spec](value, self.lang)
        if not format_spec and isinstance(value, date):
            return in_words(value, self.lang)
        if isinstance(value, Words):
            return value.say(self.lang)
        return str(super().format_field(value, format_spec))
