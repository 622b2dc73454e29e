"""The instructions on messages: read within hours, answered by one team by a day, opened or followed up."""

from __future__ import annotations

from customerview.kernel import LONDON, Record, Recorded, Words, duty, guard, needs, refused

from ..bank_holidays import calendars
from ..directory import team
from ..personal_details.change_address import ChangeAddress
from ..personal_details.change_phone import ChangePhone
from ..personal_details.facts import ROUTES, AddressChanged, RouteConfirmed, RouteRecorded, RouteSuitabilitySaid
from ..sampling import falls_in_sample
from ..stopping_payments.place_protective_hold import PlaceProtectiveHold
from ..support_needs.facts import DigitalAccessRecorded
from ..support_needs.slices import usable_routes, why_not_usable
from .answer_message import AnswerMessage
from .close_without_reply import CloseWithoutReply
from .facts import (
    ClosureSampled,
    FirstLookTaken,
    MessageAnswered,
    MessageNeedsNoReply,
    MessageOpened,
    MessageReceived,
    MessageSent,
    UnreadFollowedUp,
)
from .follow_up_unread import FollowUpUnread
from .sample_closure import SampleClosure
from .send_message import SendMessage
from .take_first_look import TakeFirstLook
from .teams import lead_line

SOURCE = "journal and call backs instruction, from the published reviews of serious cases"
ON_CALL = team("OPERATIONS")
"""Who reads what comes in at night, at weekends and on bank holidays."""


def owing(happened: Recorded, record: Record) -> str:
    """The team named by the fact: every message, promise and step has exactly one."""
    return str(happened.fact.team)  # type: ignore[attr-defined]


# Read within hours ---------------------------------------------------------------------------------------------------


def in_hours(happened: Recorded, record: Record, figure) -> bool:
    """Whether the receiving line is at work at this moment, in the customer's nation."""
    at = happened.at.astimezone(LONDON)
    working = calendars().of(record.person.nation, at.date()).is_working(at.date())
    return working and figure("opens_at_hour") <= at.hour < figure("closes_at_hour")


first_look_at_everything_inbound = duty(
    "Read the customer's message, in case somebody is in danger.",
    after=MessageReceived, enough=in_hours, until=FirstLookTaken, per="message", owner=owing, within="first_look_hours", harm=1,
    by_doing=(TakeFirstLook,), source=SOURCE,
)  # fmt: skip

first_look_out_of_hours = duty(
    "Read the customer's message, on call, in case somebody is in danger.",
    rule="first_look_at_everything_inbound", after=MessageReceived,
    enough=lambda happened, record, figure: not in_hours(happened, record, figure), until=FirstLookTaken, per="message", owner=ON_CALL,
    within="first_look_hours", harm=1, by_doing=(TakeFirstLook,), source=SOURCE,
)  # fmt: skip


@guard(AnswerMessage, CloseWithoutReply, source=SOURCE, rule="first_look_at_everything_inbound")
def read_with_the_questions_in_mind(action, record, asked):
    """A message is answered or closed only once somebody has said what it says: danger, death, a change, a complaint."""
    message = record.messages.open.get(action.message)
    if message is None or message.looked_at:
        return None
    return needs(TakeFirstLook, "Read the message first, and say what you found in it.")


# Answered ------------------------------------------------------------------------------------------------------------


def _priority(happened: Recorded, record: Record) -> str:
    """Health, danger and money come first, and whoever needs more from us."""
    return "priority_due_wd" if record.needs.marked or happened.fact.mentions else "due_wd"  # type: ignore[attr-defined]


answer_journal_message = duty(
    "Answer the customer's message about: {topic:topic}.",
    after=MessageReceived, until=(MessageAnswered, MessageNeedsNoReply), per="message", owner=owing, within=_priority,
    by_doing=(AnswerMessage, CloseWithoutReply), source=SOURCE, learned_from=("UC-4.5", "X-17.4", "X-39.4"),
    promise=Words("Answer your message", "Ateb eich neges"),
)  # fmt: skip


def _found_to_come_first(happened: Recorded, record: Record) -> bool:
    """The first look found health, danger or money in a message that was not put first when it came."""
    message = record.messages.open.get(happened.fact.message)  # type: ignore[attr-defined]
    return message is not None and bool(message.mentions) and not message.put_first


def _whose_answer(happened: Recorded, record: Record) -> str:
    """Whoever owes the answer by now: the team may have changed."""
    per = str(happened.fact.message)  # type: ignore[attr-defined]
    return next((owed.owner for owed in record.duties.of("answer_journal_message") if owed.per == per), ON_CALL)


answer_first = duty(
    "Answer this message before others: it speaks of danger, health or money.",
    rule="answer_journal_message", after=FirstLookTaken, when=_found_to_come_first, until=(MessageAnswered, MessageNeedsNoReply),
    per="message", owner=_whose_answer, within="priority_due_wd", harm=2, by_doing=(AnswerMessage,), source=SOURCE,
    learned_from=("UC-4.5", "X-17.4"),
)  # fmt: skip


@guard(CloseWithoutReply, source=SOURCE, learned_from=("X-31.3",))
def no_reply_needed_justified(action, record, asked):
    """A message that holds a question, a request, a need or a dispute is answered. Any other is closed with a reason only."""
    message = record.messages.open.get(action.message)
    if message is None:
        return None
    if message.mentions or "?" in message.text or (message.asks and message.looked_at):
        return needs(AnswerMessage, "This message asks for something. Answer it.")
    return None if action.why.strip() else refused("Say why this message needs no reply.")


closed_message_sampled = duty(
    "Read again a message that was closed without a reply: did it need none?",
    rule="no_reply_needed_justified", after=MessageNeedsNoReply, until=ClosureSampled, per="message", owner="quality",
    enough=lambda happened, record, figure: falls_in_sample(happened, figure("sample_pct")), within="sample_due_wd",
    by_doing=(SampleClosure,), source=SOURCE, learned_from=("X-31.3",),
)  # fmt: skip


# Opened --------------------------------------------------------------------------------------------------------------


@guard(SendMessage, source=SOURCE, learned_from=("UC-7.6",))
def usable_route_for_each_customer(action, record, asked):
    """Nothing is asked for in the account alone of somebody who cannot use it: they are reached by a way they can."""
    if not action.needs_action or (why := why_not_usable("journal", record)) is None:
        return None
    others = [ROUTES[route].en for route in usable_routes(record) if route != "journal"]
    instead = f"Reach them by {' or '.join(others)}." if others else "Agree with them a way that works."
    return refused(f"Do not ask for this in the account alone. {why.en} {instead}")


agree_usable_route = duty(
    "Agree with the customer a way to reach them: they cannot use the account, and no other way is known.",
    rule="usable_route_for_each_customer", after=DigitalAccessRecorded,
    when=lambda happened, record: happened.fact.access == "none" and not usable_routes(record),
    until=(RouteRecorded, RouteConfirmed, RouteSuitabilitySaid, AddressChanged),
    counts=lambda owed, happened, record: bool(usable_routes(record)), owner=lambda happened, record: team(lead_line(record)),
    within="agree_route_due_wd", by_doing=(ChangePhone, ChangeAddress), source=SOURCE, learned_from=("UC-7.6",),
)  # fmt: skip

unread_message_followed_up = duty(
    "The customer has not opened a message that they have to act on: reach them another way, and ask whether they can use the account.",
    after=MessageSent, when=lambda happened, record: happened.fact.needs_action, until=(MessageOpened, UnreadFollowedUp), per="message",
    begins_in="unread_wd", within="due_wd", owner=owing, by_doing=(FollowUpUnread,), source=SOURCE, learned_from=("UC-7.6",),
)  # fmt: skip


@guard(every=lambda about: about.effect == "takes_away", source=SOURCE, learned_from=("UC-7.6",), rule="unread_message_followed_up")
def nothing_rests_on_an_unread_message(action, record, asked):
    """No adverse step rests on a message that asks the customer to act and that they have not opened. It stops nothing the
    customer asks for, no lifting, no protection of their money, and nothing that follows their death."""
    if asked.by.kind in ("customer", "representative") or record.death.reported:
        return None
    if isinstance(action, PlaceProtectiveHold) or getattr(action, "decision", "") == "lift":
        return None
    if not any(message.needs_action for message in record.messages.unopened.values()):
        return None
    return needs(FollowUpUnread, "The customer has not opened a message that they have to act on. Reach them another way first.")
