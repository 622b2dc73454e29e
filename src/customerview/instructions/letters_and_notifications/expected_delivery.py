"""When a letter can honestly be expected: the print run's cut-off, working days, and the class of post."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from customerview.kernel import LONDON, Calendar, Figures, Words

OWNER = "expected_delivery"
NEVER = ((12, 25), (12, 26), (1, 1))
"""There is no post on these days, though the bank holiday may be on another when they are a Saturday."""
CLASSES = ("first", "second", "economy")
WHEN = Words(
    "We will print it on {printed:day}. It should reach you between {earliest:day} and {latest:day}.",
    "Byddwn yn ei argraffu ar {printed:day}. Dylai eich cyrraedd rhwng {earliest:day} a {latest:day}.",
)
WHEN_ONE = Words(
    "We will print it on {printed:day}. It should reach you on {latest:day}.",
    "Byddwn yn ei argraffu ar {printed:day}. Dylai eich cyrraedd ar {latest:day}.",
)


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """The day it is printed, and the first and the last day on which it should arrive."""

    printed: date
    earliest: date
    latest: date

    def say(self, lang: str = "en") -> str:
        """The sentence for whoever waits for it. What the post does is not ours to promise: it "should" arrive."""
        said = WHEN_ONE if self.earliest == self.latest else WHEN
        return said.say(lang, printed=self.printed, earliest=self.earliest, latest=self.latest)


def expected_delivery(at: datetime, calendar: Calendar, figures: Figures, post: str = "second") -> Expected:
    """For a letter released at this moment. `calendar` is England's: the printer works its days, wherever the letter goes.

    Raises ValueError for a class of post we do not use.
    """
    if post not in CLASSES:
        raise ValueError(f"The class of post is one of {', '.join(CLASSES)}, not {post!r}.")
    here = at.astimezone(LONDON)
    today = here.date()

    def figure(name: str) -> Any:
        return figures.get(OWNER, name, today)

    in_time = calendar.is_working(today) and f"{here:%H:%M}" < figure("cut_off")
    run = today if in_time else calendar.add(today, 1)
    printed = calendar.add(run, 1)
    if post == "first":
        arrives = _next_delivery_on_weekdays_and_saturdays(printed, calendar)
        return Expected(printed=printed, earliest=arrives, latest=arrives)
    posted = calendar.add(printed, figure("handed_to_post_wd"))
    least, most = (calendar.add(posted, figure(f"{post}_{name}_wd")) for name in ("least", "most"))
    return Expected(printed=printed, earliest=least, latest=most)


def _next_delivery_on_weekdays_and_saturdays(day: date, calendar: Calendar) -> date:
    day += timedelta(days=1)
    while day.weekday() == 6 or day in calendar.holidays or (day.month, day.day) in NEVER:
        day += timedelta(days=1)
    return day
