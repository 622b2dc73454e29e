"""Albert Stone: he cannot use anything online and rings instead; each promise to him has a day."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    albert = told.opened(7, "SP", date(1944, 8, 19), "Albert", "Stone", lines=("2 Windmill Hill", "Thornby"), postcode="QA7 9JH", nation="england_and_wales",
                         phone="01632 960742")  # fmt: skip
    told.awarded(albert, "SP", 70_110, "four_weeks", next_in=4)
    told.awarded(albert, "PC", 14_200, "four_weeks", days_ago=300, next_in=4)
    agent = cast.colleague("PC", "agent", 7)
    told.happens(albert, 290, agent, "record_digital_access", access="none")
    told.happens(albert, 290, agent, "record_need", need="hearing", source="told", said="Speak slowly and clearly")
    told.happens(albert, told.at(told.working_day(2)), agent, "record_request", request="copy", what="A copy of the Pension Credit letter, for the council")
    told.happens(albert, told.at(told.working_day(3)), agent, "chase_progress", matter="decision", said="When will the housing question be settled?")


STORY = Story(slug="albert-stone", headline="Cannot use anything online: rings, and each promise has a day", tell=tell)
