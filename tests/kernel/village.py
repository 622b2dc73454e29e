"""A small chapter of its own for testing the laws: messages and payments in a village office, with a guard, duties and a share."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from customerview.kernel import (
    Action,
    Actor,
    BankHoliday,
    Calendars,
    Catalogue,
    Chapter,
    Fact,
    Figures,
    Role,
    Slice,
    Words,
    approval,
    asks,
    duty,
    fact,
    field,
    folds,
    guard,
    needs,
    records,
    share,
)
from customerview.kernel.facts import FactCorrected


@fact(9001, customer=Words("You registered.", "Fe wnaethoch gofrestru."), line="Registered.", forget=("name",))
class Registered(Fact):
    name: str = ""


@fact(9002, customer=Words("You sent a message.", "Anfonoch neges."), line="The customer sent a message.", forget=("text",))
class MessageReceived(Fact):
    subject: str
    text: str = ""


@fact(9003, line="The message was answered.")
class MessageAnswered(Fact):
    message: int


@fact(9004, line="Payment {award} was stopped for a while.", customer=Words("Your payment was stopped.", "Stopiwyd eich taliad."))
class PaymentSuspended(Fact):
    award: str
    weeks: int = 1


@fact(9005, line="Payment {award} goes on.")
class PaymentResumed(Fact):
    award: str


@fact(9006, line="The suspension was looked at again.")
class SuspensionReviewed(Fact):
    award: str


@fact(9007, line="We tried to reach the customer.")
class Attempted(Fact):
    route: str


@fact(9008, line="A concern.", restricted="safeguarding", forget=("words",))
class ConcernRaised(Fact):
    words: str = ""


class Office(Slice, kw_only=True):
    slice_name: ClassVar[str] = "office"
    name: str = ""
    open_messages: list[int] = []
    suspended: dict[str, int] = {}
    attempts: list[str] = []
    seen: int = 0
    concerns: int = 0

    @folds(Registered)
    def registered(self, fact, happened) -> None:
        self.name = fact.name

    @folds(MessageReceived)
    def received(self, fact, happened) -> None:
        self.open_messages.append(happened.number)
        self.seen += 1

    @folds(MessageAnswered)
    def answered(self, fact, happened) -> None:
        if fact.message in self.open_messages:
            self.open_messages.remove(fact.message)

    @folds(PaymentSuspended)
    def stopped(self, fact, happened) -> None:
        self.suspended[fact.award] = fact.weeks

    @folds(PaymentResumed)
    def went_on(self, fact, happened) -> None:
        self.suspended.pop(fact.award, None)

    @folds(Attempted)
    def tried(self, fact, happened) -> None:
        self.attempts = [*self.attempts, fact.route][-5:]

    @folds(ConcernRaised)
    def concern(self, fact, happened) -> None:
        self.concerns += 1

    def seen_by(self, tiers, representative):
        return self if "safeguarding" in tiers else msgspec.structs.replace(self, concerns=0)


class Register(Action):
    """Begin a record."""

    about = records("Register", may=("agent", "customer"), opens_record=True)
    name: str = ""

    def facts(self, record, asked):
        return [Registered(name=self.name)]


class SendMessage(Action):
    """Send us a message."""

    about = records("Send a message", may=("customer", "agent"))
    subject: Annotated[str, field("What is it about?", max_length=80)]
    text: str = ""

    def facts(self, record, asked):
        return [MessageReceived(subject=self.subject, text=self.text)]


class AnswerMessage(Action):
    """Answer a message."""

    about = records("Answer", may=("agent",), bears=(MessageAnswered,))
    message: int

    def facts(self, record, asked):
        return [MessageAnswered(message=self.message)]


class Attempt(Action):
    """Record that we tried to reach the customer."""

    about = records("Record an attempt", may=("agent",))
    route: str = "phone"

    def facts(self, record, asked):
        return [Attempted(route=self.route)]


class SuspendPayment(Action):
    """Stop a payment for a while."""

    about = asks("Suspend a payment", may=("agent",), effect="takes_away")
    award: str

    def facts(self, record, asked):
        return [PaymentSuspended(award=self.award)]


class ResumePayment(Action):
    """Let a payment go on."""

    about = asks("Resume a payment", may=("agent",), effect="gives")
    award: str

    def facts(self, record, asked):
        return [PaymentResumed(award=self.award)]


class ReviewSuspension(Action):
    """Look again at a suspension."""

    about = records("Review a suspension", may=("agent",))
    award: str

    def facts(self, record, asked):
        return [SuspensionReviewed(award=self.award)]


class CorrectFact(Action):
    """Correct an earlier entry."""

    about = records("Correct", may=("agent",))
    number: int
    code: int = 0
    data: bytes = b""
    apart: bytes = b""

    def facts(self, record, asked):
        return [FactCorrected(corrects=self.number, replacement_code=self.code, replacement=self.data, replacement_apart=self.apart)]


@guard(SuspendPayment, source="village rules", learned_from=("X-1",))
def suspend_after_trying(action, record, asked):
    """Nobody's money stops before we tried to reach them."""
    if len(record.office.attempts) < asked.figure("attempts"):
        return needs(Attempt, "Try to reach the customer first.")
    return None


@guard(SuspendPayment, source="village rules")
def second_person_agrees(action, record, asked):
    """A second person agrees before money stops."""
    return approval("leader", "Ask your team leader to agree.")


answer_message = duty(
    "Answer the message about {subject}.", after=MessageReceived, until=MessageAnswered, per="message", owner="village.case",
    within="due_wd", source="village rules",
)  # fmt: skip

review_suspension = duty(
    "Review the suspension of {award}.", after=PaymentSuspended, until=SuspensionReviewed, ends=PaymentResumed, per="award",
    owner="village.case", within="review_wd", again_every="review_wd", still=lambda owed, record: owed.per in record.office.suspended,
    source="village rules",
)  # fmt: skip

share_suspension = share(
    "Tell the other office.", after=PaymentSuspended, to=lambda happened, record: ["PIP", "ESA"], source="village rules"
)

FIGURES = """
suspend_after_trying: {attempts: {value: 2, since: 2000-01-01, source: village}}
answer_message: {due_wd: [{value: 5, since: 2000-01-01, source: village}, {value: 3, since: 2026-06-01, source: village}]}
review_suspension: {review_wd: {value: 10, since: 2000-01-01, source: village}}
review_override: {override_review_wd: {value: 2, since: 2000-01-01, source: village}}
share_suspension: {receipt_due_wd: {value: 1, since: 2000-01-01, source: village}}
"""

HOLIDAYS = [
    BankHoliday(date(2026, 12, 25), "scotland", "Christmas Day"),
    BankHoliday(date(2026, 12, 28), "scotland", "Boxing Day (substitute)"),
    BankHoliday(date(2026, 9, 1), "scotland", "An extra day", announced=date(2026, 8, 1)),
]

ACTIONS = [Register, SendMessage, AnswerMessage, Attempt, SuspendPayment, ResumePayment, ReviewSuspension, CorrectFact]
FACTS = [
    Registered, MessageReceived, MessageAnswered, PaymentSuspended, PaymentResumed, SuspensionReviewed, Attempted, ConcernRaised,
]  # fmt: skip
RULES = {
    "suspend_after_trying": suspend_after_trying, "second_person_agrees": second_person_agrees, "answer_message": answer_message,
    "review_suspension": review_suspension, "share_suspension": share_suspension,
}  # fmt: skip


def chapter(**changes) -> Chapter:
    rules = [msgspec.structs.replace(r, name=n, rule=r.rule or n, chapter="village") for n, r in RULES.items()]
    return Chapter(
        **({"name": "village", "title": "Village", "facts": FACTS, "slices": [Office], "actions": ACTIONS, "rules": rules} | changes)
    )


def village(figures: str = FIGURES, **changes) -> Catalogue:
    roles = [Role(code=c, title=c, description=c) for c in ("agent", "customer", "leader")]
    return Catalogue(
        [chapter(**changes)], calendars=Calendars(HOLIDAYS), roles=roles, nation=lambda record: "scotland", figures=Figures.read(figures)
    )


AGENT = Actor(kind="colleague", id="sam", roles=frozenset({"agent"}), teams=("village.case",), line="VILLAGE")
LEADER = Actor(kind="colleague", id="lee", roles=frozenset({"leader", "agent"}), teams=("village.case",), line="VILLAGE")


def raise_concern(house, stream, concern: ConcernRaised) -> None:
    """Somebody records a concern, which is restricted."""

    class RaiseConcern(Action):
        """Record a concern."""

        about = records("Raise a concern", may=("agent",))

        def facts(self, record, asked):
            return [concern]

    house.catalogue._guards_of[RaiseConcern] = []
    house.do(RaiseConcern(), stream)
