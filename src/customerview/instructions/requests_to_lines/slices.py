"""What the record knows of requests to lines: `line_requests`."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds, keep_latest
from customerview.kernel.facts import ReceiptRecorded

from ..bereavement.facts import DeathVerified
from .facts import (
    CustomerToldOfAnswer,
    LineAnswered,
    LineAnswersDiffer,
    LineAnswersSettled,
    LineAsked,
    LineRequestJoined,
    LineRequestWithdrawn,
    MoreSentToLine,
)

OVER_KEPT = 12
"""How many requests that are over stay at hand; the others stand in the ledger."""


class LineRequest(msgspec.Struct, kw_only=True):
    """One request. `stage`: asked, needs_more, answered (the customer is to be told), differs (two answers), or over."""

    number: int
    what: str
    award: str
    benefit: str
    line: str
    team: str
    asked: datetime
    answer_by: date
    same_as: list[str]
    payment: str = ""
    why: str = ""
    joined: list[str] = []
    """What others said who asked for the same."""
    received: datetime | None = None
    stage: str = "asked"
    outcome: str = ""
    answered: datetime | None = None
    said: str = ""
    more: str = ""
    whose: str = ""
    paid: int = 0
    day: date | None = None
    other: str = ""
    """The second, different answer, while nobody has said which is right."""
    other_said: str = ""
    told: datetime | None = None


class LineRequests(Slice, kw_only=True):
    """Requests to lines that are not over, and the latest of those that are, by the number of their asking."""

    slice_name: ClassVar[str] = "line_requests"
    open: dict[int, LineRequest] = {}
    over: dict[int, LineRequest] = {}

    @folds(LineAsked)
    def asked(self, fact: LineAsked, happened: Recorded) -> None:
        self.open[happened.number] = LineRequest(
            number=happened.number, what=fact.what, award=fact.award, benefit=fact.benefit, line=fact.line, team=fact.team, asked=happened.at,
            answer_by=fact.answer_by, same_as=[str(part) for part in fact.same_as], payment=fact.payment, why=fact.why,
        )  # fmt: skip

    @folds(ReceiptRecorded)
    def received(self, fact: ReceiptRecorded, happened: Recorded) -> None:
        if (one := self.open.get(fact.of) or self.over.get(fact.of)) and one.line == fact.recipient and one.received is None:
            one.received = happened.at

    @folds(LineRequestJoined)
    def joined(self, fact: LineRequestJoined, happened: Recorded) -> None:
        if one := self.open.get(fact.line_request):
            one.joined.append(fact.why)

    @folds(LineAnswered)
    def answered(self, fact: LineAnswered, happened: Recorded) -> None:
        if one := self.open.get(fact.line_request):
            one.stage = "needs_more" if fact.outcome == "needs_more" else "answered"
            one.outcome, one.answered, one.said, one.more, one.whose = fact.outcome, happened.at, fact.why, fact.more, fact.whose
            one.paid, one.day = fact.paid, fact.day
            if fact.outcome == "done" and one.what == "call_customer":  # the line told them itself
                one.told = happened.at
                self._over(one)

    @folds(LineAnswersDiffer)
    def differ(self, fact: LineAnswersDiffer, happened: Recorded) -> None:
        one = self.over.pop(fact.line_request, None) or self.open.get(fact.line_request)
        if one:
            one.stage, one.other, one.other_said = "differs", fact.outcome, fact.why or fact.more
            self.open[one.number] = one

    @folds(LineAnswersSettled)
    def settled(self, fact: LineAnswersSettled, happened: Recorded) -> None:
        if one := self.open.get(fact.line_request):
            one.stage, one.outcome, one.said, one.other, one.other_said = "answered", fact.outcome, fact.why, "", ""
            one.answered, one.told = happened.at, None

    @folds(MoreSentToLine)
    def sent(self, fact: MoreSentToLine, happened: Recorded) -> None:
        if one := self.open.get(fact.line_request):
            one.stage, one.answer_by, one.outcome, one.more = "asked", fact.answer_by, "", ""

    @folds(LineRequestWithdrawn)
    def withdrawn(self, fact: LineRequestWithdrawn, happened: Recorded) -> None:
        if one := self.open.get(fact.line_request):
            self._over(one)

    @folds(CustomerToldOfAnswer)
    def told(self, fact: CustomerToldOfAnswer, happened: Recorded) -> None:
        if (one := self.open.get(fact.line_request)) and one.stage == "answered":
            one.told = happened.at
            self._over(one)

    @folds(DeathVerified)
    def died(self, fact: DeathVerified, happened: Recorded) -> None:
        """What is owed then is the bereavement team's to see to: nobody is told, paid or called."""
        for one in list(self.open.values()):
            self._over(one)

    def _over(self, one: LineRequest) -> None:
        self.open.pop(one.number, None)
        one.stage = "over"
        self.over[one.number] = one
        keep_latest(self.over, OVER_KEPT)

    def same(self, asked: LineAsked) -> LineRequest | None:
        """The request that asks for the very same and waits for the line, if there is one."""
        same_as = [str(part) for part in asked.same_as]
        return next((one for one in self.waiting() if one.same_as == same_as), None)

    def waiting(self) -> list[LineRequest]:
        """Those whose answer is not there yet, or for which the line needs more."""
        return [one for one in self.open.values() if one.stage in ("asked", "needs_more")]

    def known(self, number: int) -> LineRequest | None:
        return self.open.get(number) or self.over.get(number)

    def of_award(self, award: str) -> list[LineRequest]:
        """What has been asked about an award, the latest first."""
        found = [one for one in [*self.open.values(), *self.over.values()] if one.award == award]
        return sorted(found, key=lambda one: -one.number)

    def seen_by(self, tiers: frozenset[str], representative: bool) -> LineRequests:
        """What colleagues and lines wrote to one another about somebody is not told to whoever acts for them."""
        if not representative:
            return self
        bare = {"why": "", "joined": [], "said": "", "more": "", "other_said": ""}
        return msgspec.structs.replace(
            self, open={n: msgspec.structs.replace(one, **bare) for n, one in self.open.items()},
            over={n: msgspec.structs.replace(one, **bare) for n, one in self.over.items()},
        )  # fmt: skip
