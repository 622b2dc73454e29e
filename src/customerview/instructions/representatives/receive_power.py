"""A power of attorney or a deputyship arrives, or is mentioned: it is verified and registered, or said why it does not stand."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .standing_facts import PowerToActNotRegistered, PowerToActReceived

POWERS = {"attorney": Words("Power of attorney", "Pŵer atwrnai"), "deputy": Words("Deputyship", "Dirprwyaeth")}
HOW = {
    "received": Words("The papers came", "Daeth y papurau"),
    "mentioned": Words("It was mentioned in evidence or a call", "Soniwyd amdano mewn tystiolaeth neu alwad"),
}


class ReceivePowerToAct(Action, frozen=True, kw_only=True):
    """The papers of somebody's power to act for a customer came, or were spoken of."""

    about = records(
        Words("Record a power of attorney or deputyship", "Cofnodi pŵer atwrnai neu ddirprwyaeth"),
        may=(*STAFF, "line_system"),
        protects=True,
    )

    type: Annotated[str, field("What is it?", kind="choice", choices=POWERS.items(), missing="Choose what it is.")]
    how: Annotated[str, field("How do you know of it?", kind="choice", choices=HOW.items(), missing="Choose how you know of it.")]
    name: Annotated[str, field("Who holds it?", max_length=150)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = [] if self.type in POWERS else [Problem("type", Words("Choose what it is.", "Dewiswch beth ydyw."))]
        return (
            wrong
            if self.how in HOW
            else [*wrong, Problem("how", Words("Choose how you know of it.", "Dewiswch sut rydych yn gwybod amdano."))]
        )

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PowerToActReceived(type=self.type, how=self.how, line=asked.by.line, name=self.name)]


class DeclinePowerToAct(Action, frozen=True, kw_only=True):
    """A power to act was looked at and does not stand, or there is none."""

    about = records(
        Words("Record that a power to act does not stand", "Cofnodi nad yw pŵer i weithredu yn sefyll"),
        may=("case_manager", "team_leader", "operations_manager"),
    )

    received: Annotated[int, field("Which one?", kind="number", hidden=True)]
    why: Annotated[str, field("What did you find?", kind="long_text", min_length=3, max_length=1000, missing="Say what you found.")]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.received in record.third_parties.powers:
            return []
        return [Problem("received", Words("This is settled already.", "Mae hyn eisoes wedi'i setlo."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PowerToActNotRegistered(received=self.received, why=self.why)]
