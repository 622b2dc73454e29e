"""Sofia Costa: her home address is not safe for letters; nothing is sent there and no proof shows it."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import Component

from .. import cast
from .telling import Role, Story, Telling

SOFIA = Role(sub="customer-sofia", kind="customer", name="Sofia Costa", label="Her address is not safe", born=date(1992, 2, 11),
             look_at=("Prove you get a benefit for council tax: no address marked unsafe stands on it.", "Leave a page quickly."))  # fmt: skip


def tell(told: Telling) -> None:
    sofia = told.opened(14, "UC", date(1992, 2, 11), "Sofia", "Costa", lines=("70 Kestrel Way", "Ashbeck"), postcode="QA2 1WX", nation="england_and_wales",
                        mobile="07700 900238", email="sofia.costa@example.com")  # fmt: skip
    told.awarded(sofia, "UC", 93_200, "month", next_in=15)
    told.awarded(
        sofia, "PIP", 30_680, "four_weeks", (Component(code="daily_living", level="standard", pence=7_670),), days_ago=200, next_in=9
    )
    agent = cast.colleague("UC", "agent", 6)
    told.happens(sofia, 40, agent, "say_whether_safe", what="home", safe=False)
    told.happens(sofia, 40, agent, "say_take_care", instruction="give_no_address")
    told.happens(sofia, 40, agent, "say_take_care", instruction="leave_no_message")
    told.signs_in_as(sofia, SOFIA)


STORY = Story(
    slug="sofia-costa", headline="An address that is not safe: no letter goes there, no proof shows it", tell=tell, sign_in_as=(SOFIA,)
)
