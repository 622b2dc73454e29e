"""What the record knows of what was said and promised: `messages`, `callbacks`, `requests`, `chases`, `follow_ups`, `escalations`."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

import msgspec

from customerview.kernel import Recorded, Slice, folds

from .facts import (
    CallBackAttempted,
    CallBackMade,
    CallBackPromised,
    CaseEscalated,
    ChaseAnswered,
    EscalationAccepted,
    EscalationAnswered,
    FirstLookTaken,
    FollowUpDone,
    FollowUpRemoved,
    FollowUpSet,
    FormIssued,
    MessageAnswered,
    MessageNeedsNoReply,
    MessageOpened,
    MessageReceived,
    MessageSent,
    NextStepArose,
    ProgressChased,
    RequestAnswered,
    RequestDone,
    RequestRecorded,
    UnreadFollowedUp,
)

KEPT = 30
"""How many sent messages nobody has opened are kept at hand."""


class Message(msgspec.Struct, kw_only=True):
    """A message from the customer that nobody has answered."""

    number: int
    topic: str
    line: str
    team: str
    text: str
    mentions: tuple[str, ...]
    asks: bool
    language: str
    received: datetime
    put_first: bool = False
    """What its writer chose to say put it first the moment it came."""
    looked_at: bool = False
    came_as: str = "message"

    @property
    def subject(self) -> str:
        return self.topic


class Sent(msgspec.Struct, kw_only=True):
    """A message to the customer that they have not opened."""

    number: int
    subject: str
    line: str
    team: str
    needs_action: bool
    act_by: date | None
    sent: date


class Messages(Slice, kw_only=True):
    """Messages waiting: the customer's for an answer, ours for being opened."""

    slice_name: ClassVar[str] = "messages"
    open: dict[int, Message] = {}
    unopened: dict[int, Sent] = {}

    @folds(MessageReceived)
    def received(self, fact: MessageReceived, happened: Recorded) -> None:
        self.open[happened.number] = Message(
            number=happened.number, topic=fact.topic, line=fact.line, team=fact.team, text=fact.text, mentions=fact.mentions,
            asks=fact.asks, language=fact.language, received=happened.at, put_first=bool(fact.mentions),
            came_as=fact.came_as,
        )  # fmt: skip

    @folds(FirstLookTaken)
    def looked_at(self, fact: FirstLookTaken, happened: Recorded) -> None:
        if message := self.open.get(fact.message):
            message.mentions = tuple(dict.fromkeys((*message.mentions, *fact.mentions)))
            message.asks, message.looked_at = fact.asks, True

    @folds(MessageAnswered, MessageNeedsNoReply)
    def settled(self, fact: MessageAnswered | MessageNeedsNoReply, happened: Recorded) -> None:
        self.open.pop(fact.message, None)

    @folds(MessageSent)
    def sent(self, fact: MessageSent, happened: Recorded) -> None:
        self.unopened[happened.number] = Sent(
            number=happened.number, subject=fact.subject, line=fact.line, team=fact.team, needs_action=fact.needs_action,
            act_by=fact.act_by, sent=happened.day,
        )  # fmt: skip
        while len(self.unopened) > KEPT:
            self.unopened.pop(next((n for n, m in self.unopened.items() if not m.needs_action), next(iter(self.unopened))))

    @folds(MessageOpened, UnreadFollowedUp)
    def seen(self, fact: MessageOpened | UnreadFollowedUp, happened: Recorded) -> None:
        self.unopened.pop(fact.message, None)


class CallBack(msgspec.Struct, kw_only=True):
    """A call that was promised and not yet made."""

    number: int
    line: str
    team: str
    at: datetime | None
    about: str
    tries: int = 0
    message_left: bool = False


class CallBacks(Slice, kw_only=True):
    """Calls promised."""

    slice_name: ClassVar[str] = "callbacks"
    open: dict[int, CallBack] = {}

    @folds(CallBackPromised)
    def promised(self, fact: CallBackPromised, happened: Recorded) -> None:
        self.open[happened.number] = CallBack(number=happened.number, line=fact.line, team=fact.team, at=fact.at, about=fact.about)

    @folds(CallBackMade)
    def made(self, fact: CallBackMade, happened: Recorded) -> None:
        self.open.pop(fact.callback, None)

    @folds(CallBackAttempted)
    def tried(self, fact: CallBackAttempted, happened: Recorded) -> None:
        if call := self.open.get(fact.callback):
            call.tries += fact.usable
            call.message_left = call.message_left or (fact.message_left and fact.usable)


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Something asked for or promised and not yet done or answered."""

    number: int
    request: str
    line: str
    team: str
    what: str
    day: date


class Requests(Slice, kw_only=True):
    """What the customer asked for or was promised."""

    slice_name: ClassVar[str] = "requests"
    open: dict[int, Request] = {}

    @folds(RequestRecorded)
    def recorded(self, fact: RequestRecorded, happened: Recorded) -> None:
        self.open[happened.number] = Request(
            number=happened.number, request=fact.request, line=fact.line, team=fact.team, what=fact.what, day=happened.day
        )

    @folds(RequestDone, RequestAnswered)
    def settled(self, fact: RequestDone | RequestAnswered, happened: Recorded) -> None:
        self.open.pop(fact.asked, None)


class Chase(msgspec.Struct, kw_only=True):
    """A matter that was asked after and not yet answered for."""

    matter: str
    line: str
    team: str
    times: int
    first: date
    number: int


class Chases(Slice, kw_only=True):
    """Matters chased, and how often."""

    slice_name: ClassVar[str] = "chases"
    open: dict[str, Chase] = {}

    @folds(ProgressChased)
    def chased(self, fact: ProgressChased, happened: Recorded) -> None:
        if chase := self.open.get(fact.matter):
            chase.times, chase.number = chase.times + 1, happened.number
        else:
            self.open[fact.matter] = Chase(
                matter=fact.matter, line=fact.line, team=fact.team, times=1, first=happened.day, number=happened.number
            )

    @folds(ChaseAnswered)
    def answered(self, fact: ChaseAnswered, happened: Recorded) -> None:
        self.open.pop(fact.matter, None)


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """A dated next step. `form`: only sending the form takes it."""

    number: int
    due: date | None
    team: str
    what: str
    form: bool = False


class FollowUps(Slice, kw_only=True):
    """Dated next steps, set by somebody or called for by an event."""

    slice_name: ClassVar[str] = "follow_ups"
    open: dict[int, FollowUp] = {}

    @folds(FollowUpSet)
    def was_set(self, fact: FollowUpSet, happened: Recorded) -> None:
        self.open[happened.number] = FollowUp(number=happened.number, due=fact.due, team=fact.team, what=fact.what)

    @folds(NextStepArose)
    def arose(self, fact: NextStepArose, happened: Recorded) -> None:
        self.open[happened.number] = FollowUp(
            number=happened.number, due=fact.due, team=fact.team, what=fact.next_step, form=fact.next_step == "issue_form"
        )

    @folds(FollowUpDone, FollowUpRemoved, FormIssued)
    def settled(self, fact: FollowUpDone | FollowUpRemoved | FormIssued, happened: Recorded) -> None:
        found = self.open.get(fact.follow_up)
        if found and (not found.form or isinstance(fact, FormIssued | FollowUpRemoved)):
            del self.open[fact.follow_up]


class Escalation(msgspec.Struct, kw_only=True):
    """A case that was escalated and not yet answered."""

    number: int
    reason: str
    to: str
    sender: str
    accepted: bool = False


class Escalations(Slice, kw_only=True):
    """Escalated cases."""

    slice_name: ClassVar[str] = "escalations"
    open: dict[int, Escalation] = {}

    @folds(CaseEscalated)
    def escalated(self, fact: CaseEscalated, happened: Recorded) -> None:
        self.open[happened.number] = Escalation(number=happened.number, reason=fact.reason, to=fact.to, sender=fact.sender)

    @folds(EscalationAccepted)
    def accepted(self, fact: EscalationAccepted, happened: Recorded) -> None:
        if found := self.open.get(fact.escalation):
            found.accepted = True

    @folds(EscalationAnswered)
    def answered(self, fact: EscalationAnswered, happened: Recorded) -> None:
        self.open.pop(fact.escalation, None)
