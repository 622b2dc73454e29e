"""Review who acts for the customer: after a doubt about them, or because it is time."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from .doubt_facts import AppointeeReviewed
from .on_authority import OnAuthority

OUTCOMES = {
    "goes_on": Words("They can go on acting", "Gallant barhau i weithredu"),
    "successor": Words("Somebody else acts now", "Mae rhywun arall yn gweithredu nawr"),
    "interim": Words("Payments are protected while somebody is found", "Mae taliadau'n cael eu diogelu tra bod rhywun yn cael ei ganfod"),
    "not_needed": Words("The customer needs nobody to act", "Nid oes angen i neb weithredu dros y cwsmer"),
}


class ReviewAppointee(OnAuthority, frozen=True, kw_only=True):
    """Say what was settled about who acts for a customer, and how their payments are protected."""

    about = records(Words("Review who acts for the customer", "Adolygu pwy sy'n gweithredu dros y cwsmer"),
                    may=("case_manager", "decision_maker", "team_leader"))  # fmt: skip

    suitable: Annotated[bool, field("Are they suitable still?", kind="yes_no", missing="Say whether they are suitable still.")]
    needed: Annotated[
        bool,
        field("Does the customer still need somebody to act?", kind="yes_no", missing="Say whether somebody is still needed."),
    ]
    outcome: Annotated[str, field("What was settled?", kind="choice", choices=OUTCOMES.items())]
    said: Annotated[
        str,
        field("How are the customer's payments protected, and who was spoken to?", kind="long_text", min_length=3, max_length=1000),
    ]
    successor: Annotated[str, field("Who acts now, if somebody else does?", max_length=150)] = ""
    known: Annotated[bool, field("If somebody has to be found: is a suitable person known?", kind="yes_no")] = False

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if self.outcome == "goes_on" and record.acting_in_doubt.why.get(self.authority) == "died":
            return [Problem("outcome", Words("They were reported to have died. Settle that first, or say who acts now.",
                                             "Adroddwyd eu bod wedi marw. Setlwch hynny yn gyntaf, neu dywedwch pwy sy'n gweithredu nawr."))]  # fmt: skip
        wrong = super().problems(record, asked)
        if self.outcome not in OUTCOMES:
            wrong.append(Problem("outcome", Words("Choose what was settled.", "Dewiswch beth a setlwyd.")))
        if self.outcome == "goes_on" and not (self.suitable and self.needed):
            wrong.append(Problem("outcome", Words("They go on only when they are suitable and somebody is needed.",
                                                  "Dim ond pan fyddant yn addas a bod angen rhywun y gallant barhau.")))  # fmt: skip
        if (self.outcome == "not_needed") == self.needed:
            wrong.append(Problem("needed", Words("This does not agree with what was settled.", "Nid yw hyn yn cytuno â'r hyn a setlwyd.")))
        if self.outcome == "successor" and not self.successor.strip():
            wrong.append(Problem("successor", Words("Enter who acts now.", "Rhowch enw'r sawl sy'n gweithredu nawr.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        held = record.authority.held[self.authority]
        return [
            AppointeeReviewed(
                authority=self.authority, type=held.type, outcome=self.outcome, said=self.said, suitable=self.suitable, needed=self.needed,
                successor=self.successor, known=self.known,
            )
        ]  # fmt: skip
