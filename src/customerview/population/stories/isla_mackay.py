"""Isla Mackay: she lives in Scotland, where other days are bank holidays and deadlines fall on other days."""

from __future__ import annotations

from datetime import date

from .. import cast
from .telling import Role, Story, Telling

ISLA = Role(sub="customer-isla", kind="customer", name="Isla Mackay", label="Lives in Scotland", born=date(1983, 6, 6),
            look_at=("The days we promised are working days in Scotland.",))  # fmt: skip


def tell(told: Telling) -> None:
    isla = told.opened(15, "UC", date(1983, 6, 6), "Isla", "Mackay", lines=("5 Harbour Street", "Portlarig"), postcode="VK3 4AB", nation="scotland",
                       mobile="07700 900345", email="isla.mackay@example.com")  # fmt: skip
    told.awarded(isla, "UC", 61_300, "month", next_in=12)
    sent = told.happens(
        isla, 1, cast.customer(isla), "send_message_to_us", topic="change", text="My hours go up next month. What should I send you?"
    )
    told.happens(
        isla, 1, cast.colleague("UC", "agent", 4), "take_first_look", message=sent[0].number, heard=("change",), money=False, asks=True
    )
    told.signs_in_as(isla, ISLA)


STORY = Story(slug="isla-mackay", headline="Working days in Scotland are not those in England", tell=tell, sign_in_as=(ISLA,))
