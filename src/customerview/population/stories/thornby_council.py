"""Thornby Borough Council: verified, with staff, and proofs waiting in its inbox; a landlord and an advice centre beside it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from customerview.organisations import member

from .. import cast
from .telling import Role, Story, Telling
from .verifying import joins, verified

COUNCIL, LANDLORD, ADVICE = 60, 61, 62
NAME = "Thornby Borough Council"
EFA = Role(sub="organisation-efa", kind="organisation", name="Efa Rowlands", label=f"Looks after staff and keys, {NAME}", email="efa.rowlands@thornby.example",
           look_at=("Staff: invite somebody, change what they may do, remove them; they are signed out at once.",
                    "Inbox: open a proof, see that it is still current, keep the sealed PDF, give it to Jonah.",
                    "Check a proof with a share code: the customer sees the council's verified name."))  # fmt: skip
JONAH = Role(sub="organisation-jonah", kind="organisation", name="Jonah Clarke", label=f"Council tax reduction, {NAME}", email="jonah.clarke@thornby.example",
             look_at=("Inbox: new proofs first. You see no staff and no keys.",
                      "As Rhian Morgan, send the council a proof; come back here, and it is in the inbox."))  # fmt: skip


class Sends(NamedTuple):
    """Somebody who sent the council a proof, and how many days ago."""

    place: int
    given: str
    family: str
    born: date
    benefit: str
    amount: int
    purpose: str
    days_ago: int


SENT = (
    Sends(63, "Gareth", "Bowen", date(1966, 9, 14), "ESA", 27_610, "council_tax", 6),
    Sends(64, "Ines", "Moreau", date(1988, 4, 2), "PIP", 43_420, "blue_badge", 3),
    Sends(65, "Stanley", "Fox", date(1951, 12, 20), "SP", 88_500, "council_tax", 1),
)


def tell(told: Telling) -> None:
    council = verified(told, COUNCIL, EFA, name=NAME, kind_of="council", does=("check", "receive"), postcode="QA7 1AB", contact=EFA.name, email=EFA.email,
                       why="Council tax reduction and Blue Badges.")  # fmt: skip
    told.happens(
        council, 12, member(council, "S-1", ("manage",)), "invite_staff", name=JONAH.name, email=JONAH.email, may=("check", "read")
    )
    joins(told, council, "S-2", JONAH)
    verified(told, LANDLORD, name="Ashbeck Homes", kind_of="landlord", does=("receive",), postcode="QA2 4BB", contact="Lee Martin",
             email="lee@ashbeckhomes.example", why="Rent for people who get benefits.")  # fmt: skip
    verified(told, ADVICE, name="Marlow Edge Advice Centre", kind_of="advice", does=("check", "receive"), postcode="XN4 1AC", contact="Asha Bello",
             email="asha@marlowadvice.example", why="We help people claim what they can.")  # fmt: skip
    for one in SENT:
        person = told.opened(one.place, one.benefit, one.born, one.given, one.family, lines=(f"{one.place} Market Street", "Thornby"), postcode="QA7 3DD",
                             nation="england_and_wales", phone=f"01632 9609{one.place}")  # fmt: skip
        award = told.awarded(
            person, one.benefit, one.amount, "four_weeks" if one.benefit != "ESA" else "fortnight", days_ago=500, next_in=8
        )
        told.happens(person, one.days_ago, cast.customer(person), "issue_proof", awards=(award,), purpose=one.purpose, way="organisation",
                     send_to=str(council), send_to_name=NAME)  # fmt: skip


STORY = Story(
    slug="thornby-council",
    headline="A verified council: its staff, its inbox with proofs that people sent, its keys",
    tell=tell,
    sign_in_as=(EFA, JONAH),
)
