"""The instructions on messages, promises, chases, follow-ups and escalations."""

from __future__ import annotations

from customerview.kernel import Record, Recorded, Words, duty, guard, needs, refused

from ..change_of_circumstances.facts import ChangeReported
from ..contacts.end_contact import EndContact
from ..directory import team
from ..sampling import falls_in_sample
from ..stopping_payments.place_protective_hold import PlaceProtectiveHold
from .accept_escalation import AcceptEscalation
from .answer_chase import AnswerChase
from .answer_escalation import AnswerEscalation
from .answer_message import AnswerMessage
from .answer_request import AnswerRequest
from .chase_progress import ChaseProgress
from .close_without_reply import CloseWithoutReply
from .do_follow_up import DoFollowUp
from .facts import (
    CallBackMade,
    CallBackPromised,
    CaseEscalated,
    ChaseAnswered,
    ClosureSampled,
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
from .follow_up_unread import FollowUpUnread
from .issue_form import IssueForm
from .record_call_back import RecordCallBack
from .remove_follow_up import RemoveFollowUp
from .sample_closure import SampleClosure
from .set_follow_up import SetFollowUp
from .take_first_look import TakeFirstLook

SOURCE = "journal and call backs instruction"


def _owing(happened: Recorded, record: Record) -> str:
    return str(happened.fact.team)  # type: ignore[attr-defined]


# Messages ------------------------------------------------------------------------------------------------------------


def _priority(happened: Recorded, record: Record) -> str:
    """Health, danger and money come first, and whoever needs more from us."""
    return "priority_due_wd" if record.needs.marked or happened.fact.mentions else "due_wd"  # type: ignore[attr-defined]


first_look_at_everything_inbound = duty(
    "Read the customer's message: is anybody in danger?",
    after=MessageReceived, until=(FirstLookTaken, MessageAnswered), per="message", owner=_owing, within="first_look_hours", harm=1,
    by_doing=(TakeFirstLook,), source=SOURCE,
)  # fmt: skip

answer_journal_message = duty(
    "Answer the customer's message about: {topic:topic}.",
    after=MessageReceived, until=(MessageAnswered, MessageNeedsNoReply), per="message", owner=_owing, within=_priority,
    by_doing=(AnswerMessage, CloseWithoutReply), source=SOURCE, learned_from=("UC-4.5", "X-17.4", "X-39.4"),
    promise=Words("Answer your message", "Ateb eich neges"),
)  # fmt: skip


@guard(CloseWithoutReply, source=SOURCE, learned_from=("X-31.3",))
def no_reply_needed_justified(action, record, asked):
    """A message that holds a question, a request, a need or a dispute is answered. Any other is closed with a reason only."""
    message = record.messages.open.get(action.message)
    if message is None:
        return None
    if message.mentions or "?" in message.text or (message.asks and message.looked_at):
        return needs(AnswerMessage, "This message asks for something. Answer it.")
    if not message.looked_at:
        return needs(TakeFirstLook, "Read the message first, and say whether it asks for anything.")
    return None if action.why.strip() else refused("Say why this message needs no reply.")


closed_message_sampled = duty(
    "Read again a message that was closed without a reply: did it need none?",
    rule="no_reply_needed_justified", after=MessageNeedsNoReply, until=ClosureSampled, per="message", owner="quality",
    enough=lambda happened, record, figure: falls_in_sample(happened, figure("sample_pct")), within="sample_due_wd",
    by_doing=(SampleClosure,), source=SOURCE, learned_from=("X-31.3",),
)  # fmt: skip

unread_message_followed_up = duty(
    "The customer has not opened a message that they have to act on: reach them another way, and ask whether they can use the account.",
    after=MessageSent, when=lambda happened, record: happened.fact.needs_action, until=(MessageOpened, UnreadFollowedUp), per="message",
    begins_in="unread_wd", within="due_wd", owner=_owing, by_doing=(FollowUpUnread,), source=SOURCE, learned_from=("UC-7.6",),
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


# Calls ---------------------------------------------------------------------------------------------------------------


def _called_or_tried(owed, record: Record, figure) -> bool:
    """A conversation ends the promise by its fact; enough tries and a message end it here."""
    call = record.callbacks.open.get(int(owed.per))
    return call is not None and call.tries >= figure("attempts") and call.message_left


return_call_as_promised = duty(
    "Call the customer back, as promised.",
    after=CallBackPromised, until=CallBackMade, met=_called_or_tried, per="callback", owner=_owing,
    within=lambda happened, record: happened.fact.at or "default_due_wd",  # type: ignore[attr-defined]
    by_doing=(RecordCallBack,), source=SOURCE, learned_from=("X-3.1", "X-39.2"), promise=Words("Call you back", "Eich ffonio'n ôl"),
)  # fmt: skip


# Requests and chases -------------------------------------------------------------------------------------------------


customer_request_actioned = duty(
    "Do what the customer asked, or answer with reasons: {request:request}.",
    after=RequestRecorded, until=(RequestDone, RequestAnswered), per="asked", owner=_owing, within="due_wd", by_doing=(AnswerRequest,),
    source=SOURCE, learned_from=("X-8.5",), promise=Words("Do what you asked, or tell you why not", "Gwneud yr hyn a ofynnoch, neu ddweud wrthych pam ddim"),
)  # fmt: skip

progress_chase_answered = duty(
    "Tell the customer where it is: {matter:matter}.",
    after=ProgressChased, until=ChaseAnswered, per="matter", owner=_owing, within="due_wd", by_doing=(AnswerChase,), source=SOURCE,
    learned_from=("PC-1.3", "X-12.3", "X-12.4"), promise=Words("Tell you where things are", "Dweud wrthych ble mae pethau arni"),
)  # fmt: skip


@guard(EndContact, source=SOURCE, learned_from=("X-12.4",), rule="progress_chase_answered")
def what_was_asked_is_recorded(action, record, asked):
    """A contact in which something was asked for, promised or chased does not end with that left out: recording it sends it on."""
    if any(owed.per == f"{action.contact}:request" for owed in record.duties.of("record_what_was_asked")):
        return needs(ChaseProgress, "Something was asked for, promised or chased. Record it, so that it has an owner and a day.",
                     missing=("what was chased, asked for or promised",))  # fmt: skip
    return None


def _chased_again(happened, record, figure):
    chase = record.chases.open.get(happened.fact.matter)
    return chase is not None and chase.times >= figure("manager_at_chase")


manager_sees_second_chase = duty(
    "The customer has asked again and has no answer: see that they get one today. {matter:matter}.",
    rule="progress_chase_answered", after=ProgressChased, enough=_chased_again, until=ChaseAnswered, per="matter",
    owner=lambda happened, record: f"{happened.fact.team}.manager",  # type: ignore[attr-defined]
    within="manager_due_wd", harm=2, by_doing=(AnswerChase,), source=SOURCE, learned_from=("PC-1.3", "X-12.3"),
)  # fmt: skip


# Follow-ups ----------------------------------------------------------------------------------------------------------


def _step(happened: Recorded) -> str | None:
    fact = happened.fact
    if isinstance(fact, FollowUpSet):
        return str(fact.event or happened.number)
    if isinstance(fact, FollowUpDone | FollowUpRemoved | FormIssued):
        return str(fact.follow_up)
    return str(happened.number)


follow_up_set_and_done = duty(
    "Take the next step that was set.",
    after=FollowUpSet, until=(FollowUpDone, FollowUpRemoved), per="follow_up", owner=_owing,
    within=lambda happened, record: happened.fact.due,  # type: ignore[attr-defined]
    by_doing=(DoFollowUp, RemoveFollowUp), source=SOURCE, learned_from=("X-13.4", "X-37.2", "X-37.3"),
)  # fmt: skip

next_step_taken = duty(
    "Take the next step: {next_step:next_step}.",
    rule="follow_up_set_and_done", after=NextStepArose, when=lambda happened, record: happened.fact.next_step != "issue_form",
    until=(FollowUpDone, FollowUpRemoved), per="follow_up", owner=_owing,
    within=lambda happened, record: happened.fact.due or "fallback_wd",  # type: ignore[attr-defined]
    by_doing=(DoFollowUp, RemoveFollowUp), source=SOURCE, learned_from=("X-13.4", "X-37.2", "X-37.3"),
)  # fmt: skip

form_issued = duty(
    "Send the form that is needed.",
    rule="follow_up_set_and_done", after=NextStepArose, when=lambda happened, record: happened.fact.next_step == "issue_form",
    until=(FormIssued, FollowUpRemoved), per="follow_up", owner=_owing,
    within=lambda happened, record: happened.fact.due or "form_due_wd",  # type: ignore[attr-defined]
    by_doing=(IssueForm,), source=SOURCE, learned_from=("X-25.2",),
)  # fmt: skip

@guard(RemoveFollowUp, source=SOURCE, learned_from=("X-37.2",), rule="follow_up_set_and_done")
def follow_up_removed_with_a_reason(action, record, asked):
    """A next step is taken away only with a reason, which is kept."""
    return None if action.why.strip() else refused("Say why this step is no longer needed.")


change_followed_up = duty(
    "A change was reported: set its next step, with a date, or say why there is none.",
    rule="follow_up_set_and_done", after=ChangeReported, until=(FollowUpSet, FollowUpRemoved), per=_step,
    owner=lambda happened, record: team(happened.fact.line),  # type: ignore[attr-defined]
    within="change_due_wd", by_doing=(SetFollowUp,), source=SOURCE, learned_from=("X-6.2",),
)  # fmt: skip


# Escalation ----------------------------------------------------------------------------------------------------------


escalation_single_route = duty(
    "Accept the escalated case: it is still with {sender:team}.",
    after=CaseEscalated, until=EscalationAccepted, per="escalation", owner=lambda happened, record: happened.fact.to,  # type: ignore[attr-defined]
    within="accept_due_wd", harm=2, by_doing=(AcceptEscalation,), source=SOURCE, learned_from=("X-39.3",),
)  # fmt: skip

escalated_case_dealt_with = duty(
    "Deal with the escalated case.",
    rule="escalation_single_route", after=CaseEscalated, until=EscalationAnswered, per="escalation",
    owner=lambda happened, record: happened.fact.sender,  # type: ignore[attr-defined]
    within="answer_due_wd", harm=2, by_doing=(AnswerEscalation,), source=SOURCE, learned_from=("X-39.3",),
)  # fmt: skip

