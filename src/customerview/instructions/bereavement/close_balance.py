"""Close a balance formally, with a reason."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from .facts import BalanceClosed
from .on_balance import OnBalance

REASONS = {
    "no_claimant": Words("Nobody entitled was found after the second letter", "Ni chafwyd hyd i neb â hawl ar ôl yr ail lythyr"),
    "estate_passed_on": Words("What was overpaid went to the estate or to Debt Management",
                              "Aeth yr hyn a ordalwyd i'r ystad neu i Reoli Dyled"),
    "not_wanted": Words("The person entitled does not want it", "Nid yw'r sawl sydd â hawl ei eisiau"),
}  # fmt: skip


class CloseBalance(OnBalance, frozen=True, kw_only=True):
    """What was due at death is closed without a payment."""

    about = asks(Words("Close the balance without paying", "Cau'r balans heb dalu"), effect="takes_away", own_line_only=True,
                 may=("decision_maker", "team_leader"))  # fmt: skip

    reason: Annotated[str, field("Why is it closed?", kind="choice", choices=REASONS.items())]
    why: Annotated[str, field("What was done to find somebody?", kind="long_text", min_length=1, max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.reason not in REASONS:
            wrong.append(Problem("reason", Words("Choose a reason.", "Dewiswch reswm.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [BalanceClosed(balance=self.balance, line=self.line(record), reason=self.reason, why=self.why)]
