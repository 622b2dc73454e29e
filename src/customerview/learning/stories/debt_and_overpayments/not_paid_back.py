"""Deductions that were wrong, and money that did not come back."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported, DeductionStarted
from customerview.instructions.journal_and_callbacks.record_request import RecordRequest
from customerview.instructions.requests_to_lines.ask_line_to_pay_arrears import AskLineToPayArrears
from customerview.learning.people import staff
from customerview.learning.points import point

AGENT = staff("agent", line="DEBT", team_code="debt")
OF = {"award": "ESA-1", "benefit": "ESA", "line": "ESA"}


@point("X-9.4")
def a_mistaken_deduction_was_not_paid_back(given):
    """A deduction was a mistake and she is told that it will be paid back: what was asked has an owner and a day, and so has the line
    that pays, which cannot say "done" without the sum and the day it paid."""
    taken = DeductionStarted(**OF, deduction="d-1", to="DEBT", pence=1_500)
    story = given(AwardReported(**OF, amount=29_180, frequency="fortnight", starts=date(2024, 1, 3)), taken)
    story.when(RecordRequest(request="other", what="Pay back what was taken by mistake", award="ESA-1"), by=AGENT).owes(
        "customer_request_actioned", by=5
    )
    story.when(
        AskLineToPayArrears(award="ESA-1", item="refund", from_day=date(2026, 1, 5), to_day=date(2026, 2, 1), amount=3_000, why="Agreed on 2 February"),
        by=AGENT,
    ).owes("line_answers_what_it_was_asked", by=5, owner="esa.payments").later(6).late("line_answers_what_it_was_asked")  # fmt: skip
