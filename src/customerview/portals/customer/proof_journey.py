"""Proving a benefit, page by page: which benefits, what for, what it shows, how to have it. Form and language are those we hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from customerview.correspondence import can_be_made, emails_leave
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.expected_delivery import expected_delivery
from customerview.instructions.personal_details.facts import FORMATS, LANGUAGES
from customerview.instructions.proofs.facts import PARTS, PURPOSES, Purpose
from customerview.instructions.proofs.issue_proof import IssueProof, proofs_of, provable, ways
from customerview.kernel import LONDON, Action, Actor, Record, Words
from customerview.perform import Performed
from customerview.portals.forms import Page, Steps
from customerview.portals.layout import current, t
from customerview.proofs import letter_of

from .counting import finished

SHOWS = Words("What the proof will show", "Beth fydd y prawf yn ei ddangos")
Raw = Mapping[str, list[str]]
Offered = Mapping[str, Collection[str]]


def awards_of(by: Actor, record: Record) -> list[str]:
    """What this person can prove: what is in payment today and, for somebody who acts, what they act for."""
    today = datetime.now(LONDON).date()
    held = [record.awards.held[c.value] for c in provable(record)]
    return [
        a.award for a in held
        if a.in_payment(today) and (by.kind != "representative" or record.authority.why_not(by.holder, today, a.line) is None)
    ]  # fmt: skip


def ways_open(record: Record) -> list[str]:
    """The ways that are open to this person today. A code is of no use without a date of birth; email needs an account at Notify."""
    closed = {"code" if record.person.born is None else "", "" if emails_leave() else "email"}
    return [c.value for c in ways(record) if c.value not in closed]


def posted(at: datetime) -> str:
    """When a proof asked for at a moment should come by post, in words."""
    day = at.astimezone(LONDON).date()
    return expected_delivery(at, catalogue().calendars.of("england_and_wales", day), catalogue().figures).say(current())


def _awards(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"awards": awards_of(by, record)}


def _parts(by: Actor, record: Record, raw: Raw) -> Offered:
    purpose = _purpose(raw)
    return {"leave_out": purpose.parts if purpose else PARTS}


def _ways(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"way": ways_open(record)}


def _forms(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"format": [code for code in FORMATS if can_be_made(code)]}


def _purpose(raw: Raw) -> Purpose | None:
    return PURPOSES.get((raw.get("purpose") or [""])[-1])


def _several(raw: Raw) -> bool:
    return len(raw.get("awards", [])) > 1


def _may_leave_out(raw: Raw) -> bool:
    purpose = _purpose(raw)
    return purpose is not None and bool(purpose.parts) and not purpose.chosen


def _says_what(raw: Raw) -> bool:
    purpose = _purpose(raw)
    return purpose is not None and purpose.chosen


def _known(record: Record) -> dict[str, Any]:
    """What they told us before, applied without asking; and the one benefit of somebody who gets one."""
    person, held = record.person, [c.value for c in provable(record)]
    return {
        "awards": held if len(held) == 1 else [],
        "format": person.format if can_be_made(person.format) else "standard",
        "language": person.language if person.language in LANGUAGES else "en",
    }


def _beside(by: Actor, record: Record, action: Action) -> dict[str, Any]:
    """What the proof would show today: exactly that, before it is asked for."""
    assert isinstance(action, IssueProof)
    offered = awards_of(by, record)
    if action.purpose not in PURPOSES or not action.awards or not set(action.awards) <= set(offered):
        return {"shows": [], "previews": [], "no_address": False, "when": ""}
    made = proofs_of(action, record, datetime.now(LONDON))
    return {
        "shows": [t(PARTS[part]) for part in made[0].shows],
        "no_address": "address" in made[0].shows and not made[0].address,
        "when": posted(datetime.now(LONDON)) if action.way == "post" else "",
        "previews": [letter_of(one, settings.BRAND_NAME, current(), signed=False) for one in made],
    }


def _then(request: HttpRequest, stream: UUID, done: Performed) -> str:
    held = done.record.person.format if done.record else "standard"
    if not done.again:
        finished(request, met=can_be_made(held))
    return reverse("customer:proof_ready", args=[done.facts[0].number])


PROVE = Steps(
    "issue_proof",
    Page(fields=("awards",), offers=_awards),
    Page(fields=("each",), when=_several),
    Page(fields=("purpose",)),
    Page(fields=("leave_out",), title=SHOWS, when=_may_leave_out, offers=_parts, rests_on=("purpose",), before="customer/proof_shows.html"),
    Page(fields=("show",), when=_says_what, rests_on=("purpose",)),
    Page(fields=("way",), offers=_ways),
    Page(fields=("format",), known=True, offers=_forms),
    Page(fields=("language",), known=True),
    known=_known, beside=_beside, check="customer/proof_preview.html", then=_then, back="proofs", measured=True,
    send=Words("Get the proof", "Cael y prawf"),
)  # fmt: skip
