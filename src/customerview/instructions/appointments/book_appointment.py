"""Book an appointment with a customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from customerview.kernel import Action, Asked, Choice, Fact, Problem, Record, Words, asks, field

from ..directory import BENEFITS
from ..journal_and_callbacks.teams import holding_team, lead_line
from ..roles import STAFF
from ..support_needs.facts import ADJUSTMENTS
from .facts import AppointmentBooked, PrivateAppointmentBooked
from .when_and_where import Agreed, At, HowMet, Minutes, Place, applied, prepared, wrong_with
from .words import BRING, NOT_ON_THE_DAY, PURPOSES

AGREE_ALONE = Words("Nothing is written about it, so agree the day with the customer now.",
                    "Nid oes dim yn cael ei ysgrifennu amdano, felly cytunwch ar y diwrnod gyda'r cwsmer nawr.")  # fmt: skip
MORE = [(code, said) for code, said in ADJUSTMENTS.items() if code not in NOT_ON_THE_DAY]


def awards(record: Record) -> Sequence[Choice]:
    return [Choice(a.award, BENEFITS.get(a.benefit, Words(a.benefit, a.benefit))) for a in record.awards.held.values() if a.ends is None]


class BookAppointment(Action, frozen=True, kw_only=True):
    """We agree a day and time to speak or meet, in a way you can use. What we do differently for you is there without your asking again."""

    about = asks(Words("Book an appointment", "Trefnu apwyntiad"), may=STAFF, outgoing=True)

    how: HowMet
    at: At
    minutes: Minutes
    purpose: Annotated[str, field("What is it about?", kind="choice", choices=PURPOSES.items())]
    agreed: Agreed
    place: Place = ""
    award: Annotated[str, field("Which benefit is it about? (optional)", kind="choice", choices=awards)] = ""
    bring: Annotated[tuple[str, ...], field("What should they bring or have near? (optional)", kind="choices", choices=BRING.items())] = ()
    bring_also: Annotated[str, field("Anything else to bring? (optional)", max_length=200)] = ""
    with_whom: Annotated[
        str, field("Who else comes? (optional)", max_length=200, hint="Somebody they trust, an advocate, a support worker.")
    ] = ""
    also: Annotated[tuple[str, ...], field(
        "What else would help on the day? (optional)", kind="choices", choices=MORE, hint="What we do for them anyhow is there without ticking it.")] = ()  # fmt: skip
    alone: Annotated[bool, field(
        "Must nobody who acts for them know of it?", kind="yes_no",
        hint="Then no letter and no reminder is written: agree it with the customer alone, and tell them now.")] = False  # fmt: skip
    subject: Annotated[str, field("What else should the customer know about it? (optional)", kind="long_text", max_length=500,
                                  hint="They read this in their letter and online.")] = ""  # fmt: skip

    def line(self, record: Record) -> str:
        return str(record.awards.line_of(self.award)) if self.award else ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = wrong_with(self.at, self.minutes, self.how, self.place, record, asked)
        return [*wrong, Problem("agreed", AGREE_ALONE)] if self.alone and not self.agreed else wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        line = asked.by.line or lead_line(record, self.award)
        needed = applied(record, self.also)
        return [
            (PrivateAppointmentBooked if self.alone else AppointmentBooked)(
                at=self.at, minutes=self.minutes, how=self.how, purpose=self.purpose, line=line,
                team=asked.by.teams[0] if asked.by.teams else holding_team(record, line), award=self.award, agreed=self.agreed,
                place=self.place, bring=self.bring, bring_also=self.bring_also, with_whom=self.with_whom, about=self.subject,
                **needed, **prepared(self.at, needed["adjustments"], asked),
            )
        ]  # fmt: skip
