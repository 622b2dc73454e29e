"""Leanne Hart: somebody feared for her life. What to do is on every screen; why is for those whose role it is."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    leanne = told.opened(8, "UC", date(1995, 5, 27), "Leanne", "Hart", lines=("17 Priory Court", "Marlow Edge"), postcode="XN2 6SS",
                         nation="england_and_wales", mobile="07700 900854")  # fmt: skip
    told.awarded(leanne, "UC", 42_490, "month", next_in=17)
    agent, lead = cast.colleague("UC", "agent", 8), cast.colleague("SUPPORT", "support_lead", 1, "")
    begun = told.happens(
        leanne, told.at(told.working_day(2), 11), agent, "start_contact", channel="call_in", party="customer", checked="questions"
    )
    heard = told.happens(leanne, told.at(told.working_day(2), 11, 4), agent, "answer_recognition_question", contact=begun[0].number, question="suicide",
                         answer=True, detail="She said she cannot see a way through the winter")  # fmt: skip
    assert heard
    told.happens(leanne, told.at(told.working_day(2), 11, 40), lead, "record_need", need="self_harm", tier="serious_harm", source="told",
                 said="Said in a call; her sister stayed with her")  # fmt: skip
    told.happens(leanne, told.at(told.working_day(2), 11, 45), lead, "say_take_care", instruction="call_support_lead",
                 why="She spoke of taking her life. Her sister, Carly, is on 07700 900855.")  # fmt: skip
    told.happens(
        leanne,
        told.at(told.working_day(2), 11, 50),
        lead,
        "pin_restricted_note",
        text="Agreed with her: one person rings, on Mondays and Thursdays.",
    )


STORY = Story(slug="leanne-hart", headline="Somebody feared for her life: what to do is on every screen, why is not", tell=tell)
