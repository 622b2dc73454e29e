"""Irene Castle: she has died, money is owed, and nobody knows yet who may have it."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    irene = told.opened(12, "SP", date(1938, 1, 7), "Irene", "Castle", lines=("9 Chapel Row", "Thornby"), postcode="QA7 1RT", nation="england_and_wales",
                        phone="01632 960812")  # fmt: skip
    told.awarded(irene, "SP", 64_700, "four_weeks", next_in=None)
    told.awarded(irene, "AA", 30_680, "four_weeks", days_ago=300, next_in=None)
    agent, officer = cast.colleague("SP", "agent", 2), cast.colleague("BEREAVEMENT", "bereavement_officer", 1, "")
    died = told.day(30)
    told.happens(
        irene, told.at(told.working_day(18)), agent, "report_death", date_known=True, source="caller", died=died, reporter="A neighbour"
    )
    told.happens(irene, told.at(told.working_day(15)), officer, "verify_death", died=died, source="registration", reference="R-2231")
    told.happens(irene, told.at(told.working_day(12)), cast.line_system("SP"), "work_out_balance", owed=34_820)


STORY = Story(
    slug="irene-castle", headline="Money owed at death, no next of kin known: searched for, written to, watched until it is paid", tell=tell
)
