"""Somebody without recorded authority spoke for the customer: take down what they say, and settle with the customer who they are to us."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .need_facts import AppointeeSignSeen
from .standing_facts import PRESENT_AS, STANDINGS, AssessmentAttended, ThirdPartySpoke, ThirdPartyStandingSettled


class RecordThirdParty(Action, frozen=True, kw_only=True):
    """Somebody without authority spoke or wrote for a customer: what they say is taken down, and they are told nothing."""

    about = records(Words("Record that somebody spoke for the customer", "Cofnodi bod rhywun wedi siarad dros y cwsmer"), may=(*STAFF, "line_system"),
                    protects=True)  # fmt: skip

    name: Annotated[str, field("Who are they?", max_length=150)] = ""
    said: Annotated[str, field("What did they say? Tell them nothing about the customer.", kind="long_text", min_length=3, max_length=1000,
                               missing="Write what they said.")]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ThirdPartySpoke(line=asked.by.line, name=self.name, said=self.said)]


class SettleThirdPartyStanding(Action, frozen=True, kw_only=True):
    """The customer was asked about somebody who spoke for them, and it is settled whether we may talk to that person."""

    about = records(Words("Settle whether we may talk to somebody", "Setlo a gawn siarad â rhywun"), may=STAFF)

    outcome: Annotated[str, field("What did the customer say?", kind="choice", choices=STANDINGS.items(), missing="Choose what they said.")]
    needs_somebody: Annotated[bool, field("May the customer need somebody to act for them?", kind="yes_no")]
    said: Annotated[
        str,
        field(
            "How and when was the customer asked?",
            kind="long_text",
            min_length=3,
            max_length=1000,
            missing="Say how they were asked.",
        ),
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.outcome not in STANDINGS:
            return [Problem("outcome", Words("Choose what they said.", "Dewiswch beth a ddywedwyd ganddynt."))]
        held = [a for a in record.authority.in_force(asked.today) if a.acts == (self.outcome == "acts")]
        if self.outcome in ("consent", "acts") and not held:
            return [Problem("outcome", Words("Record the consent or the authority first, with what it covers and its last day.",
                                             "Cofnodwch y caniatâd neu'r awdurdod yn gyntaf, gyda'r hyn y mae'n ei gwmpasu a'i ddiwrnod olaf."))]  # fmt: skip
        if self.outcome == "cannot_say" and not self.needs_somebody:
            return [
                Problem(
                    "needs_somebody",
                    Words("If they could not say, it has to be looked at.", "Os na allent ddweud, rhaid edrych ar hyn."),
                )
            ]
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        sign: list[Fact] = [AppointeeSignSeen(sign="written_for", line=asked.by.line)] if self.needs_somebody else []
        return [ThirdPartyStandingSettled(outcome=self.outcome, said=self.said), *sign]


class RecordWhoAttended(Action, frozen=True, kw_only=True):
    """Who came to an assessment with a customer, and in what role."""

    about = records(Words("Record who came to an assessment", "Cofnodi pwy ddaeth i asesiad"), may=(*STAFF, "line_system"))

    role: Annotated[str, field("In what role were they there?", kind="choice", choices=PRESENT_AS.items(), missing="Choose their role.")]
    name: Annotated[str, field("Who were they?", max_length=150)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.role not in PRESENT_AS:
            return [Problem("role", Words("Choose their role.", "Dewiswch eu rôl."))]
        if self.role == "acts" and not record.authority.in_force(asked.today, acts=True):
            return [Problem("role", Words("Nobody is recorded as acting for this customer. Choose that they speak without recorded authority.",
                                          "Nid oes neb wedi'i gofnodi'n gweithredu dros y cwsmer hwn. Dewiswch eu bod yn siarad heb awdurdod wedi'i gofnodi."))]  # fmt: skip
        return []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AssessmentAttended(role=self.role, line=asked.by.line, name=self.name)]
