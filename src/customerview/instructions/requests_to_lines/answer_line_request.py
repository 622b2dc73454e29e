"""A line answers what it was asked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from customerview.kernel import Asked, Fact, Problem, Record, Words, field, records

from ..awards_and_payments.facts import PaymentPutRight
from ..directory import LINES
from ..stopping_payments.facts import LiftDecided, PaymentResumed, SuspensionReviewed
from .facts import LineAnswered, LineAnswersDiffer
from .kinds import FINAL, OUTCOMES
from .on_request import NO_SUCH_REQUEST, OnRequest
from .slices import LineRequest

PAYING = ("pay_arrears", "pay_again")
"""Requests that only a payment settles: whoever says that it is done says how much was paid, and when."""


class AnswerLineRequest(OnRequest, frozen=True, kw_only=True):
    """The service that was asked tells us: it is done, it will not be done and why, it needs more first, or it is not theirs."""

    about = records(Words("Answer what the line was asked", "Ateb yr hyn a ofynnwyd i'r llinell"), own_line_only=True,
                    may=("line_system", "agent", "case_manager", "decision_maker", "team_leader", "operations_manager"))  # fmt: skip

    outcome: Annotated[str, field("What is the answer?", kind="choice", choices=OUTCOMES.items(), missing="Choose the answer.")]
    why: Annotated[str, field("Why, in words that can be read out to the customer?", kind="long_text", max_length=1000)] = ""
    more: Annotated[str, field("If more is needed: what, and from whom?", kind="long_text", max_length=500)] = ""
    whose: Annotated[str, field("If it is another team's: whose?", kind="choice", choices=LINES.items(), max_length=20)] = ""
    paid: Annotated[int, field("If it was paid: how much?", kind="money", ge=0, le=100_000_000)] = 0
    day: Annotated[date | None, field("When was it done?", kind="date")] = None

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        one = record.line_requests.known(self.line_request)
        if one is None:
            return [Problem("line_request", NO_SUCH_REQUEST)]
        wrong = []
        if self.outcome not in OUTCOMES:
            wrong.append(Problem("outcome", Words("Choose the answer.", "Dewiswch yr ateb.")))
        if one.outcome == self.outcome and one.outcome in FINAL and not one.other:
            wrong.append(
                Problem("line_request", Words("This was answered already, and in the same way.", "Atebwyd hwn eisoes, ac yn yr un modd."))
            )
        if one.stage == "differs":
            wrong.append(Problem("line_request", Words("There are two different answers already. Say which of them is right.",
                                                  "Mae dau ateb gwahanol eisoes. Dywedwch pa un ohonynt sy'n gywir.")))  # fmt: skip
        if self.outcome == "refused" and not self.why.strip():
            wrong.append(Problem("why", Words("Say why it will not be done.", "Dywedwch pam na fydd yn cael ei wneud.")))
        if self.outcome == "needs_more" and not self.more.strip():
            wrong.append(Problem("more", Words("Say what is needed.", "Dywedwch beth sydd ei angen.")))
        if self.outcome == "done" and one.what in PAYING and (not self.paid or self.day is None):
            wrong.append(Problem("paid", Words("Say how much was paid, and when.", "Dywedwch faint a dalwyd, a phryd.")))
        if self.day is not None and self.day > asked.today:
            wrong.append(Problem("day", Words("This day has not come yet.", "Nid yw'r diwrnod hwn wedi dod eto.")))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        one = record.line_requests.known(self.line_request)
        said: dict[str, Any] = {
            "outcome": self.outcome,
            "why": self.why,
            "more": self.more,
            "whose": self.whose,
            "paid": self.paid,
            "day": self.day,
        }
        of: dict[str, Any] = self.of_request(record)
        if one.outcome in FINAL:
            return [LineAnswersDiffer(**of, first=one.outcome, **said)]
        return [LineAnswered(**of, **said), *self.what_it_means(one, record)]

    def what_it_means(self, one: LineRequest, record: Record) -> list[Fact]:
        """An answer that is itself a payment or a decision is recorded as the payment or decision it is."""
        award: dict[str, Any] = {"award": one.award, "benefit": one.benefit, "line": one.line}
        if one.what == "pay_again" and self.outcome == "done" and one.payment in record.payments.wrong and self.day:
            return [PaymentPutRight(**award, payment=one.payment, made=self.day, amount=self.paid)]
        if one.what != "lift_suspension" or one.award not in record.suspensions.open:
            return []
        if self.outcome == "done":
            return [LiftDecided(**award, why=self.why), PaymentResumed(**award, paid=self.paid)]
        return [SuspensionReviewed(**award, decision="keep", why=self.why)] if self.outcome == "refused" else []
