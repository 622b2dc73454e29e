"""Brynfor Council's appointeeship team: a council that acts for people who cannot manage alone, and one of its staff."""

from __future__ import annotations

from datetime import date

from customerview.kernel.facts import FactShared

from .. import cast
from .telling import Role, Story, Telling, stream_of
from .verifying import verified

PLACE = 41
NAME = "Brynfor Council appointeeship team"
DANA = Role(sub="organisation-dana", kind="organisation", name="Dana Price", label=f"Works for {NAME}", email="dana.price@brynfor.example",
            look_at=("The people the council acts for: whose money is stopped stands first.",
                     "Open one: say why. Their own page says who looked, for which body, and why.",
                     "Nobody else can be opened, whatever address is typed."))  # fmt: skip


def tell(told: Telling) -> None:
    body = verified(told, PLACE, DANA, name=NAME, kind_of="council", does=("act",), postcode="VF1 1AB", contact=DANA.name, email=DANA.email,
                    why="We are the appointee of people in Brynfor who have nobody else.")  # fmt: skip
    arthur = told.opened(42, "ESA", date(1957, 5, 9), "Arthur", "Pugh", lines=("Flat 2, Hafod Court", "Brynfor"), postcode="VF1 3QD",
                         nation="england_and_wales", phone="01632 960942")  # fmt: skip
    megan = told.opened(43, "PIP", date(1994, 2, 17), "Megan", "Lloyd", lines=("8 Stryd y Bont", "Brynfor"), postcode="VF1 4TN",
                        nation="england_and_wales", mobile="07700 900943", language="cy")  # fmt: skip
    tomas = told.opened(44, "SP", date(1948, 10, 30), "Tomas", "Kowal", lines=("Ty Gwyn Care Home", "Brynfor"), postcode="VF1 1AA",
                        nation="england_and_wales")  # fmt: skip
    award = told.awarded(arthur, "ESA", 29_180, "fortnight", days_ago=700, next_in=None)
    told.awarded(megan, "PIP", 57_960, "four_weeks", days_ago=600, next_in=11)
    told.awarded(tomas, "SP", 92_100, "four_weeks", days_ago=900, next_in=6)
    for number, (person, line) in enumerate(((arthur, "ESA"), (megan, "PIP"), (tomas, "SP")), 1):
        done = told.happens(
            person, 11, cast.colleague(line, "case_manager", 5), "record_authority", authority=f"brynfor-{number}", type="corporate_appointee",
            holder=str(body), name=NAME, starts=told.day(11), no_end=True, all_lines=True, document="BF57",
            paid_to="To the council's client account", address_line="Civic Centre, Brynfor", postcode="VF1 1AB", email="appointees@brynfor.example",
        )  # fmt: skip
        for shared in (f.fact for f in done if isinstance(f.fact, FactShared)):
            told.happens(person, 11, cast.line_system(shared.recipient), "record_receipt", share=shared.share, of=shared.of)
    told.happens(
        arthur,
        9,
        cast.line_system("ESA"),
        "report_suspension",
        award=award,
        since=told.day(9),
        ground="entitlement",
        doubt="A stay in hospital",
    )
    told.happens(megan, 4, cast.colleague("PIP", "agent", 5), "send_message", subject="Your review is done", text="Your PIP stays as it is. There is nothing you need to do.")  # fmt: skip


def acts_for(place: int) -> str | None:
    """The stream of this council, for those of a made-up population for whom it acts: a third of those who have a body."""
    return str(stream_of(PLACE)) if place % 3 == 0 else None


STORY = Story(
    slug="brynfor-council",
    headline="A council acts for people who have nobody else; its staff see them, money first",
    tell=tell,
    sign_in_as=(DANA,),
)
