"""Record a sign that somebody may need to act for the customer, and decide whether somebody does."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..roles import STAFF
from .need_facts import DECISIONS, SIGNS, AppointeeNeedDecided, AppointeeSignSeen


class NoticeNeedOfAppointee(Action, frozen=True, kw_only=True):
    """A sign that a customer may need somebody to act for them is recorded, by whoever sees it."""

    about = records(Words("Record a sign that somebody may need to act", "Cofnodi arwydd y gall fod angen i rywun weithredu"), may=(*STAFF, "line_system"),
                    protects=True)  # fmt: skip

    sign: Annotated[str, field("What is the sign?", kind="choice", choices=SIGNS.items(), missing="Choose what the sign is.")]
    said: Annotated[str, field("What was seen or said? (optional)", kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.sign in SIGNS else [Problem("sign", Words("Choose what the sign is.", "Dewiswch beth yw'r arwydd."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppointeeSignSeen(sign=self.sign, line=asked.by.line, said=self.said)]


class DecideNeedOfAppointee(Action, frozen=True, kw_only=True):
    """It is decided whether somebody needs to act for a customer, or that they are visited first."""

    about = records(Words("Decide whether somebody needs to act", "Penderfynu a oes angen i rywun weithredu"),
                    may=("case_manager", "decision_maker", "team_leader", "support_lead"))  # fmt: skip

    outcome: Annotated[str, field("What do you decide?", kind="choice", choices=DECISIONS.items(), missing="Choose what you decide.")]
    known: Annotated[bool, field("Do we know of a suitable person?", kind="yes_no", hint="If not, we ask the council or another body.")] = (
        False
    )
    why: Annotated[
        str,
        field("What does the decision rest on?", kind="long_text", min_length=3, max_length=1000, missing="Say what it rests on."),
    ]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return [] if self.outcome in DECISIONS else [Problem("outcome", Words("Choose what you decide.", "Dewiswch eich penderfyniad."))]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AppointeeNeedDecided(outcome=self.outcome, known=self.known, why=self.why)]
