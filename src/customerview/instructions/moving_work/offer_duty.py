"""Offer a piece of work to another team. It stays where it is until they accept."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.facts import DutyOffered

from ..directory import TEAMS
from ..roles import STAFF
from .on_duty import NOT_YOUR_TEAM, OnDuty, may_move


class OfferDuty(OnDuty, frozen=True, kw_only=True):
    """Work is offered to another team, and stays with this one until they accept it."""

    about = records(Words("Offer work to another team", "Cynnig gwaith i dîm arall"), may=STAFF)

    to: Annotated[str, field("To which team?", kind="choice", choices=TEAMS.items())]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if wrong := super().problems(record, asked):
            return wrong
        owner = record.duties.open[self.duty].owner
        if not may_move(asked, owner):
            return [Problem("duty", NOT_YOUR_TEAM)]
        if self.to not in TEAMS:
            return [Problem("to", Words("Choose a team.", "Dewiswch dîm."))]
        if self.to == owner:
            return [Problem("to", Words("That team has this work already.", "Mae gan y tîm hwnnw'r gwaith hwn eisoes."))]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [DutyOffered(duty=self.duty, to=self.to)]
