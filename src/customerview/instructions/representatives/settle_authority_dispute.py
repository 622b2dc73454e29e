"""Settle a dispute about who acts for the customer."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from .facts import AuthorityDisputeSettled
from .on_authority import OnAuthority

OUTCOMES = {
    "stands": Words("It stands", "Mae'n sefyll"), "changed": Words("It is changed", "Mae'n cael ei newid"), "ended": Words("It is ended", "Daw i ben"),
}  # fmt: skip

RESTS_ON = {
    "evidence": Words("Evidence was seen", "Gwelwyd tystiolaeth"), "visit": Words("A visit was made", "Gwnaed ymweliad"),
    "customer": Words("The customer was spoken to alone", "Siaradwyd â'r cwsmer ar ei ben ei hun"),
}  # fmt: skip


class SettleAuthorityDispute(OnAuthority, frozen=True, kw_only=True):
    """A named person decides whether somebody goes on acting for a customer."""

    about = asks(Words("Settle a dispute about who acts", "Setlo anghydfod ynghylch pwy sy'n gweithredu"),
                 may=("team_leader", "operations_manager", "support_lead"))  # fmt: skip

    outcome: Annotated[str, field("What do you decide?", kind="choice", choices=OUTCOMES.items())]
    rests_on: Annotated[tuple[str, ...], field("What does it rest on?", kind="choices", choices=RESTS_ON.items(), min_length=1,
                                               missing="Choose what it rests on: evidence or a visit.")]  # fmt: skip
    why: Annotated[str, field("Why?", kind="long_text", min_length=1, max_length=1000)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if not wrong and not record.authority.held[self.authority].disputed:
            wrong.append(Problem("authority", Words("Nobody disputes this.", "Nid oes neb yn anghytuno â hyn.")))
        if not set(self.rests_on) & {"evidence", "visit"} or set(self.rests_on) - RESTS_ON.keys():
            wrong.append(
                Problem(
                    "rests_on",
                    Words(
                        "It rests on evidence or a visit: choose which.",
                        "Mae'n seiliedig ar dystiolaeth neu ymweliad: dewiswch pa un.",
                    ),
                )
            )
        if self.outcome not in OUTCOMES:
            wrong.append(Problem("outcome", Words("Choose what you decide.", "Dewiswch eich penderfyniad.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [AuthorityDisputeSettled(authority=self.authority, outcome=self.outcome, why=self.why, rests_on=self.rests_on)]
