"""Messages: the conversation, one message, and opening one of ours, which is written down."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from customerview.identity import audience
from customerview.instructions import LINES, catalogue
from customerview.instructions.journal_and_callbacks.facts import (
    TOPICS,
    MessageAnswered,
    MessageNeedsNoReply,
    MessageReceived,
    MessageSent,
)
from customerview.kernel import Recorded
from customerview.ledger import writing
from customerview.perform import Invalid, perform
from customerview.portals.layout import t

from .asked_for_you import asked_for_you
from .letters import released, row
from .own import Own, own_record, show

A_PAGE = 20
KINDS = [kind.kind.code for kind in (MessageReceived, MessageAnswered, MessageSent)]
ANSWERS = [kind.kind.code for kind in (MessageAnswered, MessageNeedsNoReply)]


def _of_line(own: Own, happened: Recorded) -> bool:
    return own.covers(getattr(happened.fact, "line", ""))


@audience("customer", "representative")
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("before", "")
    with own_record(request) as own:
        before = int(text) if text.isdecimal() and len(text) < 10 else None
        found = own.view.timeline(own.stream, before=before, kinds=KINDS, limit=A_PAGE + 1)
        shown = [_row(own, f) for f in found[:A_PAGE] if _of_line(own, f)]
        return show(
            request,
            "messages.html",
            own,
            {
                "messages": shown,
                "asked_for_you": asked_for_you(own) if before is None else [],
                "letters": [row(own, *pair) for pair in released(own, 3)] if before is None else [],
                "more": found[A_PAGE - 1].number if len(found) > A_PAGE else None,
            },
        )


def _row(own: Own, happened: Recorded) -> dict[str, Any]:
    fact, number = happened.fact, happened.number
    if isinstance(fact, MessageReceived):
        return {
            "at": happened.at,
            "ours": False,
            "new": False,
            "about": t(TOPICS[fact.topic]) if fact.topic in TOPICS else fact.topic,
            "number": number,
        }
    if isinstance(fact, MessageAnswered):
        return {
            "at": happened.at,
            "ours": True,
            "new": False,
            "about": t("Our answer to your message", "Ein hateb i’ch neges"),
            "number": fact.message,
        }
    assert isinstance(fact, MessageSent)
    subject = fact.subject or t("A message from us", "Neges gennym ni")
    return {"at": happened.at, "ours": True, "new": number in own.record.messages.unopened, "about": subject, "number": number}


@audience("customer", "representative")
@require_safe
def message(request: HttpRequest, number: int) -> HttpResponse:
    """One message with its answers. One of ours that is new is opened first, by its button."""
    with own_record(request) as own:
        happened = own.view.fact(own.stream, number)
        if happened is None or not isinstance(happened.fact, MessageReceived | MessageSent) or not _of_line(own, happened):
            raise Http404
        fact = happened.fact
        answers = []
        if isinstance(fact, MessageReceived):
            later = own.view.timeline(own.stream, kinds=ANSWERS, limit=100)
            answers = [a for a in reversed(later) if a.fact.message == number]  # type: ignore[attr-defined]
        ours = isinstance(fact, MessageSent)
        about = fact.subject if isinstance(fact, MessageSent) else t(TOPICS[fact.topic]) if fact.topic in TOPICS else fact.topic
        return show(request, "message.html", own, {
            "at": happened.at, "ours": ours, "about": about or t("A message from us", "Neges gennym ni"), "text": fact.text, "number": number,
            "unopened": number in own.record.messages.unopened, "back": reverse("customer:messages"),
            "line": t(LINES[fact.line]) if fact.line in LINES else "", "act_by": getattr(fact, "act_by", None), "needs_action": getattr(fact, "needs_action", False),
            "answers": [{"at": a.at, "text": getattr(a.fact, "text", ""), "closed": isinstance(a.fact, MessageNeedsNoReply)} for a in answers],
        })  # fmt: skip


@audience("customer", "representative")
@require_POST
def open_message(request: HttpRequest, number: int) -> HttpResponse:
    """Opened: from now on nobody has to ask whether it was seen. Opening it twice is no mistake."""
    with own_record(request) as own:
        stream = own.stream
    opened = catalogue().actions["open_message"](message=number)
    with suppress(Invalid):
        perform(opened, on=stream, by=request.actor, ledger=writing(request.access, catalogue()), catalogue=catalogue())  # type: ignore[attr-defined]
    return HttpResponseRedirect(reverse("customer:message", args=[number]))
