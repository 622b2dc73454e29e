"""Review a suspension: keep it, lift it, or end the award; each with reasons."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..requests_to_lines.facts import answers_to_lift
from .facts import BearingReceived, EndDecided, LiftDecided, SuspensionReviewed
from .on_suspension import OnSuspension

DECISIONS = {
    "keep": Words("Keep it: the doubt is not settled", "Ei gadw: nid yw'r amheuaeth wedi'i setlo"),
    "lift": Words("Lift it, and pay what was held today", "Ei godi, a thalu'r hyn a ddaliwyd heddiw"),
    "end": Words("End the award", "Rhoi diwedd ar y dyfarniad"),
}


class ReviewSuspension(OnSuspension, frozen=True, kw_only=True):
    """Somebody looks again at why payments are stopped, and decides."""

    about = asks(Words("Review the suspension", "Adolygu'r ataliad"), effect="takes_away", own_line_only=True, bears=(BearingReceived,),
                 may=("case_manager", "decision_maker", "compliance_officer", "team_leader"))  # fmt: skip

    decision: Annotated[str, field("What do you decide?", kind="choice", choices=DECISIONS.items())]
    why: Annotated[str, field("Why?", kind="long_text", min_length=1, max_length=500)]
    ends: Annotated[date | None, field("If the award ends, on which day?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.decision not in DECISIONS:
            wrong.append(Problem("decision", Words("Choose keep, lift or end.", "Dewiswch gadw, codi neu ddiweddu.")))
        if self.decision == "end" and self.ends is None:
            wrong.append(Problem("ends", Words("Say on which day the award ends.", "Nodwch ar ba ddiwrnod y daw'r dyfarniad i ben.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        award = self.of_award(record)
        decided: list[Fact] = [SuspensionReviewed(**award, decision=self.decision, why=self.why)]
        if self.decision == "lift":
            decided.append(LiftDecided(**award, why=self.why))
        elif self.decision == "end" and self.ends:
            decided.append(EndDecided(**award, ends=self.ends, why=self.why))
        return [*decided, *answers_to_lift(record, self.award, "done" if self.decision == "lift" else "refused", self.why)]
