"""Ask a line to suspend payments."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..on_award import OnAward
from .facts import GROUNDS, BearingReceived, ConferenceHeld, SuspensionAsked


class SuspendPayment(OnAward, frozen=True, kw_only=True):
    """Payments of a benefit are stopped for now, because something they rest on is in doubt."""

    about = asks(
        Words("Suspend payments", "Atal taliadau"), effect="takes_away", own_line_only=True, bears=(BearingReceived, ConferenceHeld),
        may=("case_manager", "decision_maker", "compliance_officer", "team_leader", "line_system", "job"),
    )  # fmt: skip

    ground: Annotated[str, field("On what ground?", kind="choice", choices=GROUNDS.items())]
    doubt: Annotated[str, field("Which fact exactly is in doubt?", kind="long_text", max_length=500)]
    evidence: Annotated[str, field("What is the evidence for that doubt?", kind="long_text", max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.award in record.suspensions.open:
            wrong.append(Problem("award", Words("These payments are suspended already.", "Mae'r taliadau hyn eisoes wedi'u hatal.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [SuspensionAsked(**self.of_award(record), ground=self.ground, doubt=self.doubt, evidence=self.evidence)]
