"""George Whitlock: a death was reported and is not verified, so only what can be undone is done."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    george = told.opened(2, "SP", date(1941, 6, 11), "George", "Whitlock", lines=("12 Quarry Bank", "Ashbeck"), postcode="QA2 5TR", nation="england_and_wales",
                         phone="01632 960118")  # fmt: skip
    told.awarded(george, "SP", 73_960, "four_weeks", next_in=9)
    told.awarded(george, "AA", 45_840, "four_weeks", days_ago=500, next_in=12)
    told.happens(george, 500, cast.line_system("DEBT"), "report_part", what="Repays an overpayment", reference="D-1182")
    agent = cast.colleague("AA", "agent", 4)
    told.happens(george, told.at(told.working_day(1), 15), agent, "report_death", date_known=True, source="caller", died=told.day(4),
                 reporter="Anne Whitlock", reach="01632 960119", relation="Daughter", next_of_kin="Anne Whitlock", next_of_kin_reach="01632 960119")  # fmt: skip


STORY = Story(slug="george-whitlock", headline="A death reported yesterday and not verified: told once, shared with every line", tell=tell)
