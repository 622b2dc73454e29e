"""Ruth Okonkwo: twelve thousand facts. Her page is as quick as anybody's."""

from __future__ import annotations

from datetime import date, timedelta

from .. import cast
from .telling import Story, Telling

FACTS = 12_000


def tell(told: Telling) -> None:
    ruth = told.opened(9, "UC", date(1971, 3, 30), "Ruth", "Okonkwo", known=1_800, lines=("6 Rectory Gardens", "Thornby"), postcode="QA7 4NE",
                       nation="england_and_wales", mobile="07700 900961", email="ruth.okonkwo@example.com")  # fmt: skip
    told.awarded(ruth, "UC", 85_410, "month", days_ago=1_790, next_in=13)
    told.awarded(ruth, "PIP", 77_840, "four_weeks", days_ago=1_500, next_in=2)
    agent = cast.colleague("UC", "agent", 9)
    told.happens(ruth, 1_480, agent, "record_need", need="mental_health", tier="support", source="told")
    rounds = (FACTS - len(told.stages[ruth].history)) // 3
    begins = told.at(1_450)
    for n in range(rounds):
        at = begins + timedelta(minutes=n * 1_440 * 1_440 // rounds)
        sent = told.happens(
            ruth, at, cast.customer(ruth), "send_message_to_us", topic="money", text=f"This is about my rent again, number {n + 1}."
        )
        told.happens(
            ruth, at + timedelta(minutes=30), agent, "take_first_look", message=sent[0].number, heard=("none",), money=True, asks=True
        )
        told.happens(
            ruth,
            at + timedelta(minutes=90),
            agent,
            "answer_message",
            message=sent[0].number,
            text="Your rent is paid to the landlord on the 9th.",
        )


STORY = Story(slug="ruth-okonkwo", headline="Twelve thousand facts: the page of those most in need is as quick as anybody's", tell=tell)
