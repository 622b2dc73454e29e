"""A call was promised for a day and time."""

from __future__ import annotations

from datetime import datetime

from customerview.instructions.journal_and_callbacks.facts import CallBackPromised
from customerview.kernel import LONDON, Words

from ..content import Details, Heading, Items, Paragraph
from . import words as w
from .spec import Said, Spec, Told

TITLE = Words("When we will call you", "Pryd y byddwn yn eich ffonio")
WILL = Words("We said that we would call you.", "Dywedom y byddem yn eich ffonio.")
DAY, TIME = Words("Day", "Diwrnod"), Words("Time", "Amser")
STEPS = (
    Words("We will say who we are and why we call.", "Byddwn yn dweud pwy ydym a pham rydym yn ffonio."),
    Words("We will never ask for your bank password.", "Ni fyddwn byth yn gofyn am gyfrinair eich banc."),
    Words("Have this letter near you.", "Cadwch y llythyr hwn wrth law."),
)
NO_GOOD = Words("If the time is no good, or you would like somebody with you, tell us. We will change it.",
                "Os nad yw'r amser yn gyfleus, neu os hoffech gael rhywun gyda chi, dywedwch wrthym. Byddwn yn ei newid.")  # fmt: skip


def clock(at: datetime, lang: str) -> str:
    here = at.astimezone(LONDON)
    half = ("am", "pm") if lang == "en" else ("yb", "yp")
    return f"{(here.hour - 1) % 12 + 1}:{here.minute:02}{half[here.hour >= 12]}"


def says(told: Told) -> list[Said]:
    at = told.fact.at  # type: ignore[union-attr]
    rows = ((told.say(DAY), told.day(at, weekday=True)), (told.say(TIME), clock(at, told.lang)))
    return [
        ("", Paragraph(told.say(WILL))), ("when", Details(rows)), ("next", Heading(told.say(w.NEXT))),
        ("next", Items(tuple(told.say(step) for step in STEPS))), ("next", Paragraph(told.say(NO_GOOD))),
    ]  # fmt: skip


SPEC = Spec(
    code="call_back", title=lambda told: told.say(TITLE), says=says, after=(CallBackPromised,), about=lambda fact: "",
    when=lambda fact, record: fact.at is not None, until=lambda fact: fact.at,
)  # fmt: skip
