"""Hannah Price: letters came back, and a message she has to act on was never opened."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Actor

from .. import cast
from .telling import Story, Telling


def tell(told: Telling) -> None:
    hannah = told.opened(6, "PIP", date(1990, 12, 3), "Hannah", "Price", lines=("51 Alma Street", "Thornby"), postcode="QA7 2LL",
                         nation="england_and_wales", mobile="07700 900733", email="hannah.price@example.com")  # fmt: skip
    told.awarded(hannah, "PIP", 30_680, "four_weeks", next_in=11)
    told.happens(hannah, 200, Actor(kind="job", id="demo", roles=frozenset({"job"})), "match_identity", subject="an-account-she-no-longer-opens",
                 provider="demo", level="P2")  # fmt: skip
    manager = cast.colleague("PIP", "case_manager", 6)
    told.happens(hannah, told.at(told.working_day(10)), manager, "send_message", subject="We need one bank statement",
                 text="Please send us one bank statement from this year.", needs_action=True)  # fmt: skip
    told.happens(hannah, told.at(told.working_day(6)), manager, "record_route_failed", route="post", how="returned")


STORY = Story(
    slug="hannah-price", headline="Letters came back and a message was never opened: nothing adverse may rest on either", tell=tell
)
