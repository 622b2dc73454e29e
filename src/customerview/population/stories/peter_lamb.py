"""Peter Lamb: two people say that they act for him. Nothing changes hands until that is decided."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    peter = told.opened(13, "PIP", date(1968, 7, 12), "Peter", "Lamb", lines=("33 Coronation Drive", "Marlow Edge"), postcode="XN4 7UB",
                        nation="england_and_wales", phone="01632 960913")  # fmt: skip
    told.awarded(peter, "PIP", 57_960, "four_weeks", next_in=7)
    manager = cast.colleague("PIP", "case_manager", 3)
    told.happens(peter, 600, manager, "record_authority", authority="appointee-peter", type="appointee", holder="person-dawn-lamb", name="Dawn Lamb",
                 lines=("PIP",), starts=told.day(600), document="BF57", no_end=True, paid_to="To Dawn's account",
                 address_line="33 Coronation Drive, Marlow Edge", postcode="XN4 7UB")  # fmt: skip
    told.happens(peter, told.at(told.working_day(2)), cast.colleague("PIP", "agent", 3), "dispute_authority", authority="appointee-peter", source="family",
                 what="His brother Neil says that he looks after Peter now, and that Dawn has moved away.")  # fmt: skip


STORY = Story(slug="peter-lamb", headline="Two people say they act for him: nothing changes hands until it is decided", tell=tell)
