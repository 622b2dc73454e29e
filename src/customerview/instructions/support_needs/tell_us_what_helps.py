"""The customer says what would help them to deal with us."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import ADJUSTMENTS, NEEDS, AdjustmentAgreed, NeedRecorded

ASKED_OF_CUSTOMERS = {code: need.words for code, need in NEEDS.items() if need.tier == "adjustment"}
AT_LEAST_ONE = Words("Choose what you find hard, what would help, or write it in your own words.",
                     "Dewiswch yr hyn sy'n anodd i chi, yr hyn a fyddai'n helpu, neu ysgrifennwch yn eich geiriau eich hun.")  # fmt: skip


class TellUsWhatHelps(Action, frozen=True, kw_only=True):
    """You tell us what you find hard and what would help, and we do it from now on."""

    about = records(Words("Tell us what helps you", "Dweud wrthym beth sy'n eich helpu"), may=("customer", "representative", *STAFF))

    needs: Annotated[tuple[str, ...], field(
        Words("Is anything about dealing with us hard for you? (optional)", "A oes unrhyw beth am ymwneud â ni yn anodd i chi? (dewisol)"),
        kind="choices", choices=ASKED_OF_CUSTOMERS.items())] = ()  # fmt: skip
    adjustments: Annotated[tuple[str, ...], field(
        Words("What would help? (optional)", "Beth fyddai'n helpu? (dewisol)"), kind="choices", choices=ADJUSTMENTS.items())] = ()  # fmt: skip
    said: Annotated[str, field(
        Words("Anything else, in your own words? (optional)", "Unrhyw beth arall, yn eich geiriau eich hun? (dewisol)"), kind="long_text",
        max_length=1000)] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if not (self.needs or self.adjustments or self.said.strip()):
            return [Problem("needs", AT_LEAST_ONE)]
        wrong = [Problem("needs", AT_LEAST_ONE)] if set(self.needs) - ASKED_OF_CUSTOMERS.keys() else []
        if set(self.adjustments) - ADJUSTMENTS.keys():
            wrong.append(Problem("adjustments", AT_LEAST_ONE))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        source = asked.by.kind
        found: list[Fact] = [NeedRecorded(need=need, source=source) for need in self.needs]
        found += [AdjustmentAgreed(adjustment=what) for what in self.adjustments if what not in record.needs.adjustments]
        if self.said.strip():
            found.append(NeedRecorded(need="other", source=source, said=self.said.strip()))
        return found
