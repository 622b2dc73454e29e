"""The instructions on what was promised or asked for: calls, requests, chases, next steps, escalations."""

from __future__ import annotations

from customerview.kernel import Record, Words, duty, guard, needs, refused

from ..change_of_circumstances.facts import ChangeReported
from ..contacts.end_contact import EndContact
from ..directory import team
from .accept_escalation import AcceptEscalation
from .answer_chase import AnswerChase
from .answer_escalation import AnswerEscalation
from .answer_request import AnswerRequest
from .chase_progress import ChaseProgress
from .decline_follow_up import DeclineFollowUp
from .do_follow_up import DoFollowUp
from .facts import (
    CallBackMade,
    CallBackPromised,
    CaseEscalated,
    ChaseAnswered,
    EscalationAccepted,
    EscalationAnswered,
    FollowUpDone,
    FollowUpRemoved,
    FollowUpSet,
    FormIssued,
    NextStepArose,
    ProgressChased,
    RequestAnswered,
    RequestDone,
    RequestRecorded,
)
from .issue_form import IssueForm
from .record_call_back import RecordCallBack
from .record_call_back_attempt import RecordCallBackAttempt
from .remove_follow_up import RemoveFollowUp
from .rules import SOURCE, owing
from .set_follow_up import SetFollowUp

# Calls ---------------------------------------------------------------------------------------------------------------


def _called_or_tried(owed, record: Record, figure) -> bool:
    """A conversation ends the promise by its fact; enough tries and a message end it here."""
    call = record.callbacks.open.get(int(owed.per))
    return call is not None and call.tries >= figure("attempts") and call.message_left


return_call_as_promised = duty(
    "Call the customer back, as promised.",
    after=CallBackPromised, until=CallBackMade, met=_called_or_tried, per="callback", owner=owing,
    within=lambda happened, record: happened.fact.at or "default_due_wd",  # type: ignore[attr-defined]
    by_doing=(RecordCallBack, RecordCallBackAttempt), source=SOURCE, learned_from=("X-3.1", "X-39.2"), promise=Words("Call you back", "Eich ffonio'n ôl"),
)  # fmt: skip


# Requests and chases -------------------------------------------------------------------------------------------------


customer_request_actioned = duty(
    "Do what the customer asked, or answer with reasons: {request:request}.",
    after=RequestRecorded, until=(RequestDone, RequestAnswered), per="asked", owner=owing, within="due_wd", by_doing=(AnswerRequest,),
    source=SOURCE, learned_from=("X-8.5",), promise=Words("Do what you asked, or tell you why not", "Gwneud yr hyn a ofynnoch, neu ddweud wrthych pam ddim"),
)  # fmt: skip

progress_chase_answered = duty(
    "Tell the customer where it is: {matter:matter}.",
    after=ProgressChased, until=ChaseAnswered, per="matter", owner=owing, within="due_wd", by_doing=(AnswerChase,), source=SOURCE,
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
    "Asked again, and still no answer: see that {team:team} tells the customer today about {matter:matter}.",
    rule="progress_chase_answered", after=ProgressChased, enough=_chased_again, until=ChaseAnswered, per="matter",
    owner=team("OPERATIONS"), within="manager_due_wd", harm=2, by_doing=(AnswerChase,), source=SOURCE, learned_from=("PC-1.3", "X-12.3"),
)  # fmt: skip


# Follow-ups ----------------------------------------------------------------------------------------------------------


follow_up_set_and_done = duty(
    "Take the next step that was set.",
    after=FollowUpSet, until=(FollowUpDone, FollowUpRemoved), per="follow_up", owner=owing,
    within=lambda happened, record: happened.fact.due,  # type: ignore[attr-defined]
    by_doing=(DoFollowUp, RemoveFollowUp), source=SOURCE, learned_from=("X-13.4", "X-37.2", "X-37.3"),
)  # fmt: skip

next_step_taken = duty(
    "Take the next step: {next_step:next_step}.",
    rule="follow_up_set_and_done", after=NextStepArose, when=lambda happened, record: happened.fact.next_step != "issue_form",
    until=(FollowUpDone, FollowUpRemoved), per="follow_up", owner=owing,
    within=lambda happened, record: happened.fact.due or "fallback_wd",  # type: ignore[attr-defined]
    by_doing=(DoFollowUp, RemoveFollowUp), source=SOURCE, learned_from=("X-13.4", "X-37.2", "X-37.3"),
)  # fmt: skip

form_issued = duty(
    "Send the form that is needed.",
    rule="follow_up_set_and_done", after=NextStepArose, when=lambda happened, record: happened.fact.next_step == "issue_form",
    until=(FormIssued, FollowUpRemoved), per="follow_up", owner=owing,
    within=lambda happened, record: happened.fact.due or "form_due_wd",  # type: ignore[attr-defined]
    by_doing=(IssueForm,), source=SOURCE, learned_from=("X-25.2",),
)  # fmt: skip


@guard(RemoveFollowUp, DeclineFollowUp, source=SOURCE, learned_from=("X-37.2",), rule="follow_up_set_and_done")
def follow_up_removed_with_a_reason(action, record, asked):
    """A next step is taken away, or found not to be needed, only with a reason, which is kept."""
    return None if action.why.strip() else refused("Say why this step is not needed.")


change_followed_up = duty(
    "A change was reported: set its next step, with a date, or say why there is none.",
    rule="follow_up_set_and_done", after=ChangeReported, until=(FollowUpSet, FollowUpRemoved), per="event",
    owner=lambda happened, record: team(happened.fact.line),  # type: ignore[attr-defined]
    within="change_due_wd", by_doing=(SetFollowUp, DeclineFollowUp), source=SOURCE, learned_from=("X-6.2",),
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
