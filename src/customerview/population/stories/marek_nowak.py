"""Marek Nowak: all safeguards are done, and a suspension waits for a second person."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    marek = told.opened(5, "ESA", date(1984, 1, 15), "Marek", "Nowak", lines=("19 Foundry Yard", "Marlow Edge"), postcode="XN4 3RB",
                        nation="england_and_wales", mobile="07700 900624", phone="01632 960624")  # fmt: skip
    award = told.awarded(marek, "ESA", 19_110, "fortnight", next_in=5)
    maker, leader = cast.colleague("ESA", "decision_maker", 2, "decisions"), cast.colleague("ESA", "team_leader", 1, "decisions")
    told.happens(marek, told.at(told.working_day(6)), maker, "screen_needs", outcome="none_found", how="asked")
    told.happens(
        marek,
        told.at(told.working_day(5)),
        maker,
        "record_contact_attempt",
        route="mobile",
        outcome="no_answer",
        reason="Does he still live here?",
    )
    told.happens(
        marek,
        told.at(told.working_day(4)),
        maker,
        "record_contact_attempt",
        route="phone",
        outcome="message_left",
        reason="Does he still live here?",
    )
    told.happens(
        marek, told.at(told.working_day(3)), maker, "search_what_is_held", award=award, answered=False, found="Nothing since March"
    )
    told.happens(marek, told.at(told.working_day(2)), leader, "hold_case_conference", award=award, step="suspend", outcome="supports",
                 considered="No needs are known; he has savings; his brother was spoken to.")  # fmt: skip
    told.happens(marek, told.at(told.working_day(1)), maker, "suspend_payment", award=award, ground="whereabouts", doubt="Whether he lives in the country",
                 evidence="Two letters came back marked gone away", more={"propose": True})  # fmt: skip


STORY = Story(slug="marek-nowak", headline="A suspension with every safeguard done waits for a second person", tell=tell)
