"""Albert Stone: he cannot use anything online and rings instead; each promise to him has a day, and so has what lines were asked for him."""

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
    pension, credit = cast.line_system("SP"), cast.line_system("PC")
    again = told.happens(albert, told.at(told.working_day(8)), agent, "ask_line_to_look_again", award="PC-1", item="amount", from_day=told.day(40),
                         why="He says that the ground rent was left out")  # fmt: skip
    why = told.happens(albert, told.at(told.working_day(4)), agent, "ask_line_to_explain", award="SP-1", item="payment", from_day=told.day(30),
                       why="It was £12 less than he is used to")  # fmt: skip
    for line, asked in ((credit, again), (pension, why)):
        told.happens(albert, told.at(told.working_day(4), 11), line, "record_receipt", share="request_reaches_the_line", of=asked[0].number)
    told.happens(
        albert, told.at(told.working_day(3)), agent, "chase_progress", matter="decision", said="When will the housing question be settled?"
    )
    told.happens(
        albert,
        told.at(told.working_day(2)),
        agent,
        "record_request",
        request="copy",
        what="A copy of the Pension Credit letter, for the council",
    )
    told.happens(albert, told.at(told.working_day(1)), pension, "answer_line_request", line_request=why[0].number, outcome="done",
                 why="Tax was taken for the first time; the notice went out in April.")  # fmt: skip


STORY = Story(
    slug="albert-stone",
    headline="Cannot use anything online: rings; each promise has a day, and so has what other lines were asked for him",
    tell=tell,
)
