"""Mill Town Council: an organisation asks to check proofs by its own system; one person looks into it, another agrees."""

from __future__ import annotations

from customerview.kernel import Actor

from .telling import Story, Telling

PLACE = 40


def tell(told: Telling) -> None:
    council = told.customer(PLACE)
    itself = Actor(kind="organisation", id=str(council), roles=frozenset({"organisation"}), acting_for=council)
    told.happens(council, told.at(told.working_day(2)), itself, "ask_to_sign_up", name="Mill Town Council", kind_of="council", does=("check", "receive"), postcode="QA1 1AA", contact="Pat Lowe",
                 email="benefits@milltown.example", why="Council tax reduction: we see about 400 proofs a month.")  # fmt: skip


STORY = Story(slug="mill-town-council", headline="A council asks to check proofs by its own system, and waits to be verified", tell=tell)
