"""Mary Ellis: everything is as it should be. Most days are like this."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import Component

from .. import cast
from .telling import Role, Story, Telling

MARY = Role(sub="customer-mary", kind="customer", name="Mary Ellis", label="All is well", born=date(1956, 2, 20),
            look_at=("A quiet home page: what she gets, when she is paid next.", "Read the answer to her message.", "See who has looked at her record."))  # fmt: skip


def tell(told: Telling) -> None:
    mary = told.opened(3, "SP", date(1956, 2, 20), "Mary", "Ellis", lines=("3 Larch Avenue", "Ashbeck"), postcode="QA2 8DD", nation="england_and_wales",
                       mobile="07700 900317", email="mary.ellis@example.com")  # fmt: skip
    told.awarded(mary, "SP", 96_520, "four_weeks", (Component(code="new_state_pension", level="full", pence=24_130),), next_in=6)
    agent = cast.colleague("SP", "agent", 3)
    sent = told.happens(
        mary, 30, cast.customer(mary), "send_message_to_us", topic="letter", text="Which of my two letters is the right one?"
    )
    told.happens(mary, 30, agent, "take_first_look", message=sent[0].number, heard=("none",), money=False, asks=True)
    told.happens(
        mary, 28, agent, "answer_message", message=sent[0].number, text="The one dated in April is right. You can throw the other away."
    )
    told.signs_in_as(mary, MARY)


STORY = Story(slug="mary-ellis", headline="Everything as it should be", tell=tell, sign_in_as=(MARY,))
