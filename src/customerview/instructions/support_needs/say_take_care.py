"""Say what everybody has to take care of; why, only to those who may know."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .facts import TAKE_CARE, TakeCareReason, TakeCareSaid


class SayTakeCare(Action, frozen=True, kw_only=True):
    """What everybody who deals with a customer has to do, or to leave undone, so that they come to no harm."""

    about = records(Words("Say what to take care of", "Nodi beth i fod yn ofalus yn ei gylch"), may=STAFF, protects=True)

    instruction: Annotated[str, field("What has to be done or left undone?", kind="choice", choices=TAKE_CARE.items())]
    what: Annotated[str, field(
        "If it is something else: say what to do, never why", max_length=150,
        hint="Everybody who opens the record reads this. Do not write a reason here.")] = ""  # fmt: skip
    why: Annotated[str, field(
        "Why?", kind="long_text", max_length=1000, hint="Only those with the safeguarding role can read this.")] = ""  # fmt: skip
    review: Annotated[date | None, field("When should somebody look at it again?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.instruction not in TAKE_CARE:
            return [Problem("instruction", Words("Choose what has to be done.", "Dewiswch yr hyn y mae'n rhaid ei wneud."))]
        if self.instruction == "other" and not self.what.strip():
            return [Problem("what", Words("Say what has to be done or left undone.", "Nodwch yr hyn sydd i'w wneud neu i'w osgoi."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        what = self.what.strip() if self.instruction == "other" else ""
        said: list[Fact] = [TakeCareSaid(instruction=self.instruction, what=what, review=self.review)]
        # Nothing goes before the first fact of an action that records, so its number is known.
        return said + ([TakeCareReason(said=record.number + 1, why=self.why)] if self.why else [])
