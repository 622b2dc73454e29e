"""How a story is told: somebody does something on a day before today, and it must be possible, or the story is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

import msgspec

from customerview.identity import digest_of
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import Component
from customerview.instructions.awards_and_payments.paydays import paid_on
from customerview.kernel import LONDON, Action, Actor, Record, Recorded, job
from customerview.perform import perform

from .. import cast, identifiers
from ..playing import Life, Stage, do

STORIES = UUID("5a1f4c2e-8a34-4d57-9c0e-6b1f6a0a7d10")


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody one can sign in as, to see a story from their side."""

    sub: str
    kind: str
    name: str
    label: str
    born: date | None = None
    roles: tuple[str, ...] = ()
    line: str = ""
    team: str = ""
    email: str = ""
    """For somebody who works for an organisation: the address by which they are known there."""
    look_at: tuple[str, ...] = ()
    """What there is to see and to try as this person."""

    def as_persona(self) -> dict[str, Any]:
        """As the identity provider reads it."""
        said: dict[str, Any] = {"sub": self.sub, "kind": self.kind, "name": self.name, "label": self.label}
        if self.look_at:
            said["look_at"] = list(self.look_at)
        if self.kind == "colleague":
            return said | {
                "birth_date": "1985-06-01", "employee_number": self.sub.rpartition("-")[2], "roles": list(self.roles), "team": self.team,
                "line": self.line,
            }  # fmt: skip
        if self.kind == "organisation":
            return said | {"birth_date": "1985-06-01", "email": self.email}
        assert self.born is not None
        return said | {"birth_date": self.born.isoformat(), "email": f"{self.sub.rpartition(':')[2]}@example.com"}


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One customer's story: what it shows, and who can sign in to see it from their side."""

    slug: str
    headline: str
    tell: Callable[[Telling], None]
    sign_in_as: tuple[Role, ...] = ()


class Telling:
    """The ledger a story is told on, up to `now`. Several customers may be in one story."""

    def __init__(self, now: datetime) -> None:
        self.now, self.rules = now, catalogue()
        self.stages: dict[UUID, Stage] = {}

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    def customer(self, place: int) -> UUID:
        """A customer of the story, in one of the places kept for stories; their number never changes."""
        stream = stream_of(place)
        self.stages[stream] = Stage(self.rules, stream)
        return stream

    def opened(self, place: int, line: str, born: date, given: str, family: str = "", *, known: int = 900, **more: Any) -> UUID:
        """A customer with a record: registered so many days ago by a line's system."""
        stream = self.customer(place)
        self.happens(
            stream, known, cast.line_system(line), "register_customer", given=given, family=family, born=born, nino=nino(place), source=line, **more
        )  # fmt: skip
        return stream

    def awarded(self, stream: UUID, benefit: str, amount: int, frequency: str, components: tuple[Component, ...] = (), *,
                days_ago: int = 800, starts: date | None = None, next_in: int | None = 3) -> str:  # fmt: skip
        """An award as its line reported it, with a payment due in so many days. Returns its id."""
        award = f"{benefit}-1"
        self.happens(
            stream, days_ago, cast.line_system(benefit), "report_award", award=award, benefit=benefit, amount=amount, frequency=frequency,
            starts=starts or self.day(days_ago), components=components,
            next_payment=None if next_in is None else self.payday(self.today + timedelta(days=next_in)), reference=f"{benefit}{place_of(stream)}",
        )  # fmt: skip
        return award

    def payday(self, due: date) -> date:
        """The day money due on a day is paid."""
        return paid_on(due, self.rules.calendars.of("england_and_wales", due))

    def signs_in_as(self, stream: UUID, role: Role) -> None:
        """The persona is this person: they get straight in, where the issuer of the demonstration is known."""
        issuer = os.environ.get("CUSTOMERVIEW_ISSUER")
        if issuer:
            self.happens(stream, 0, job("demo"), "match_identity", subject=digest_of(issuer, role.sub), provider="demo", level="P2")

    def record(self, stream: UUID) -> Record:
        return self.stages[stream].record

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def working_day(self, days_ago: int, nation: str = "england_and_wales") -> date:
        """So many working days before today."""
        return self.rules.calendars.of(nation, self.today).add(self.today, -days_ago) if days_ago else self.today

    def at(self, when: int | date | datetime, hour: int = 10, minute: int = 0) -> datetime:
        """A moment: so many days ago, or on a day, at a time in London; never later than now."""
        if isinstance(when, datetime):
            return when
        day = self.day(when) if isinstance(when, int) else when
        return min(datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC), self.now)

    def happens(
        self,
        stream: UUID,
        when: int | date | datetime,
        by: Actor,
        what: Action | str,
        /,
        *,
        more: dict[str, Any] | None = None,
        **fields: Any,
    ) -> list[Recorded]:
        """Somebody does this; what followed. Raises whatever `perform` does when it is not possible."""
        stage = self.stages[stream]
        stage.at = max(stage.at, self.at(when) if not isinstance(when, datetime) else when)
        action = do(what, **fields) if isinstance(what, str) else what
        return perform(action, on=stream, by=by, ledger=stage, catalogue=self.rules, **(more or {})).facts

    def lives(self) -> Iterator[Life]:
        for stream, stage in self.stages.items():
            yield Life(stream, stage.history, stage.record, stage.askings)


def stream_of(place: int) -> UUID:
    """The customer in this place, always the same."""
    return uuid5(STORIES, str(place))


def place_of(stream: UUID) -> str:
    """A short number for a reference."""
    return str(stream.int % 100_000_000).zfill(8)


def nino(place: int) -> str:
    """The National Insurance number of the customer in this place."""
    if not 0 <= place < identifiers.KEPT:
        raise ValueError(f"Stories have the places up to {identifiers.KEPT - 1}.")
    return identifiers.nino(place)
