"""Verify somebody's standing after a death, with evidence."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Record, Words, field, records

from .facts import STANDINGS, StandingVerified
from .on_kin import OnKin

STANDING_NAMES = {
    "executor": Words("Executor, with probate", "Ysgutor, gyda phrofiant"),
    "administrator": Words("Administrator, with letters of administration", "Gweinyddwr, gyda llythyrau gweinyddu"),
    "spouse": Words("Husband, wife or civil partner", "Gŵr, gwraig neu bartner sifil"),
    "child": Words("Child", "Plentyn"),
    "parent": Words("Parent", "Rhiant"),
    "sibling": Words("Brother or sister", "Brawd neu chwaer"),
    "other_relative": Words("Other relative", "Perthynas arall"),
}

OFFERED = [(s, STANDING_NAMES[s]) for s in STANDINGS]


class VerifyStanding(OnKin, frozen=True, kw_only=True):
    """Evidence shows that somebody is who they say they are to the person who died."""

    about = records(Words("Verify standing", "Cadarnhau statws"),
                    may=("bereavement_officer", "case_manager", "decision_maker", "team_leader"))  # fmt: skip

    standing: Annotated[str, field("What is their standing?", kind="choice", choices=OFFERED)]
    evidence: Annotated[str, field("Which evidence shows it, and where is it kept?", kind="long_text", min_length=1, max_length=500)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [StandingVerified(person=self.person, standing=self.standing, evidence=self.evidence)]
