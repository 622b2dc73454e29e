"""The measures: where people stop, how long it takes, and the four that every service publishes."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.kernel import Words

STEPS = {
    "awards": Words("Which benefits", "Pa fudd-daliadau"), "each": Words("One proof or several", "Un prawf neu sawl un"),
    "purpose": Words("What it is for", "Ar gyfer beth"), "leave_out": Words("What it shows", "Beth mae'n ei ddangos"),
    "show": Words("What else it needs to show", "Beth arall sydd angen ei ddangos"), "way": Words("How to have it", "Sut i'w gael"),
    "check": Words("Check answers", "Gwirio atebion"),
}  # fmt: skip
CHANNELS = {
    "online": Words("Online", "Ar-lein"), "for_somebody": Words("Online, for somebody", "Ar-lein, dros rywun"),
    "phone": Words("By a colleague", "Gan gydweithiwr"), "other": Words("Another system", "System arall"),
}  # fmt: skip
TIMES = {
    "1": Words("Under 1 minute", "Llai nag 1 munud"), "2": Words("1 to 2 minutes", "1 i 2 funud"), "5": Words("2 to 5 minutes", "2 i 5 munud"),
    "10": Words("5 to 10 minutes", "5 i 10 munud"), "more": Words("More than 10 minutes", "Mwy na 10 munud"),
}  # fmt: skip
SATISFACTION = {
    "5": Words("Very satisfied", "Bodlon iawn"), "4": Words("Satisfied", "Bodlon"),
    "3": Words("Neither satisfied nor dissatisfied", "Heb fod yn fodlon nac yn anfodlon"),
    "2": Words("Dissatisfied", "Anfodlon"), "1": Words("Very dissatisfied", "Anfodlon iawn"),
}  # fmt: skip
ONLINE = ("online", "for_somebody")
OWNER = "proof_journey"


class Row(msgspec.Struct, frozen=True):
    """A count as it is kept."""

    day: date
    event: str
    step: str
    benefit: str
    channel: str
    detail: str
    times: int


class Measured(msgspec.Struct, kw_only=True):
    """The journey between two days. A share is of 100, None when there is nothing yet to take it of."""

    counts: dict[tuple[str, str, str, str, str], int]
    cost_online: int
    cost_phone: int

    def of(self, event: str, **only: str) -> int:
        names = ("event", "step", "benefit", "channel", "detail")
        return sum(
            n
            for key, n in self.counts.items()
            if all(dict(zip(names, key, strict=True))[k] == v for k, v in {"event": event, **only}.items())
        )

    def online(self, event: str) -> int:
        return sum(self.of(event, channel=channel) for channel in ONLINE)

    @property
    def completion(self) -> float | None:
        """Of those who came and could prove a benefit, how many were done: measured from the point of eligibility, online."""
        return _share(min(self.online("done"), self.online("eligible")), self.online("eligible"))

    @property
    def take_up(self) -> float | None:
        """Of all that were done, how many the customer, or who acts for them, did online."""
        return _share(self.online("done"), self.of("done"))

    @property
    def satisfaction(self) -> float | None:
        return _share(self.of("satisfaction", detail="5") + self.of("satisfaction", detail="4"), self.of("satisfaction"))

    @property
    def cost(self) -> int | None:
        """Pence for each that was done: what each channel costs, by how many it did."""
        done, online = self.of("done"), self.online("done")
        return round((online * self.cost_online + (done - online) * self.cost_phone) / done) if done else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def rows(since: date, until: date) -> list[Row]:
    """The counts themselves, for the CSV."""
    with transaction.atomic(), connection.cursor() as db:
        db.execute(
            "SELECT day, event, step, benefit, channel, detail, times FROM journey_count WHERE day BETWEEN %s AND %s"
            " ORDER BY day, event, step, benefit, channel, detail", (since, until),
        )  # fmt: skip
        return [Row(*row) for row in db.fetchall()]


def measured(since: date, until: date) -> Measured:
    counts: dict[tuple[str, str, str, str, str], int] = defaultdict(int)
    for row in rows(since, until):
        counts[row.event, row.step, row.benefit, row.channel, row.detail] += row.times
    figures = catalogue().figures
    return Measured(
        counts=counts,
        cost_online=figures.get(OWNER, "cost_online_pence", until),
        cost_phone=figures.get(OWNER, "cost_by_colleague_pence", until),
    )


def time_bucket(seconds: float) -> str:
    """In which of TIMES a time lies."""
    return next((code for code in ("1", "2", "5", "10") if seconds < int(code) * 60), "more")
