"""The customer says what would help at one appointment."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from ..support_needs.facts import ADJUSTMENTS
from .facts import WouldHelpSaid
from .on_appointment import OnAppointment
from .when_and_where import days_before
from .words import NOT_ON_THE_DAY, OWN_WORDS, TO_ARRANGE

OFFERED = [(code, said) for code, said in ADJUSTMENTS.items() if code not in (*NOT_ON_THE_DAY, "home_visit")]
SOMETHING = Words(
    "Choose what would help, or write it in your own words.",
    "Dewiswch yr hyn a fyddai'n helpu, neu ysgrifennwch yn eich geiriau eich hun.",
)


class SayWhatWouldHelp(OnAppointment, frozen=True, kw_only=True):
    """You tell us what would help you at an appointment, and we arrange it before the day."""

    about = records(Words("Say what would help at an appointment", "Dweud beth fyddai'n helpu mewn apwyntiad"),
                    may=("customer", "representative", *STAFF))  # fmt: skip

    adjustments: Annotated[tuple[str, ...], field(
        Words("What would help on the day? (optional)", "Beth fyddai'n helpu ar y diwrnod? (dewisol)"), kind="choices", choices=OFFERED)] = ()  # fmt: skip
    said: Annotated[str, field(
        Words("Anything else, in your own words? (optional)", "Unrhyw beth arall, yn eich geiriau eich hun? (dewisol)"), kind="long_text",
        max_length=500)] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        if set(self.adjustments) - {code for code, _ in OFFERED} or not (self.adjustments or self.said.strip()):
            return [Problem("adjustments", SOMETHING)]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one, said = self.one(record), self.said.strip()
        new = [a for a in self.adjustments if a in TO_ARRANGE and a not in one.to_arrange]
        to_arrange = (*new, OWN_WORDS) if said else tuple(new)
        by = days_before(one.at, "adjustment_arranged_before_the_day", "arrange_before_wd", asked) if to_arrange else None
        return [WouldHelpSaid(appointment=self.appointment, adjustments=self.adjustments, to_arrange=to_arrange, arrange_by=by, said=said)]
