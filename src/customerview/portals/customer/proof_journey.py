"""Proving a benefit, page by page: which benefits, what for, what it shows, how to have it. Form and language are those we hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from customerview.correspondence import emails_leave
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.expected_delivery import expected_delivery
from customerview.instructions.personal_details.facts import LANGUAGES
from customerview.instructions.personal_details.formats import BY_PEOPLE, FORMATS, POSTED
from customerview.instructions.proofs.facts import PARTS, PURPOSES, Purpose
from customerview.instructions.proofs.issue_proof import IssueProof, post_to, proofs_of, provable, ways
from customerview.kernel import LONDON, Action, Actor, Record, Words
from customerview.perform import Performed
from customerview.portals.forms import Page, Steps
from customerview.portals.layout import current, t
from customerview.proofs import letter_of

from .counting import finished

FIND = "customer:find_organisation"
"""The page on which the organisation is looked for and chosen."""
SHOWS = Words("What the proof will show", "Beth fydd y prawf yn ei ddangos")
MADE_BY_PEOPLE = Words("People make the video. We ask for it today, and send it to you by {due:date}. The proof itself is here at once, in print.",
                       "Pobl sy’n gwneud y fideo. Byddwn yn gofyn amdano heddiw, ac yn ei anfon atoch erbyn {due:date}. Mae’r prawf ei hun yma ar unwaith, mewn print.")  # fmt: skip
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


def shared_until(day: date) -> date:
    """The last day on which an organisation can open what it is sent on a day."""
    return day + timedelta(days=catalogue().figures.get("common", "sent_proof_days", day))


def by_people(record: Record) -> str:
    """Of a form that people make, by when it comes, in words."""
    today = datetime.now(LONDON).date()
    days = catalogue().figures.get("forms_made_by_people", "made_due_wd", today)
    return t(MADE_BY_PEOPLE, due=catalogue().calendars.of(record.person.nation, today).add(today, days))


def _awards(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"awards": awards_of(by, record)}


def _parts(by: Actor, record: Record, raw: Raw) -> Offered:
    purpose = _purpose(raw)
    return {"leave_out": purpose.parts if purpose else PARTS}


def _ways(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"way": ways_open(record)}


def _forms(by: Actor, record: Record, raw: Raw) -> Offered:
    return {"format": (*POSTED, *BY_PEOPLE) if _by(raw) == "post" else list(FORMATS)}


def _by(raw: Raw) -> str:
    return (raw.get("way") or [""])[-1]


def _goes(raw: Raw) -> bool:
    """Whether the form we hold goes by this way: a web page goes into no envelope."""
    return _by(raw) != "post" or (raw.get("format") or [""])[-1] in (*POSTED, *BY_PEOPLE)


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
        "post_to": next(iter(person.open_addresses), ""),
        "awards": held if len(held) == 1 else [],
        "format": person.format if person.format in FORMATS else "standard",
        "language": person.language if person.language in LANGUAGES else "en",
    }


def _beside(by: Actor, record: Record, action: Action) -> dict[str, Any]:
    """What the proof would show today: exactly that, before it is asked for."""
    assert isinstance(action, IssueProof)
    offered = awards_of(by, record)
    if action.purpose not in PURPOSES or not action.awards or not set(action.awards) <= set(offered):
        return {"shows": [], "previews": [], "no_address": False, "when": "", "where": "", "made": "", "shared_until": None}
    made = proofs_of(action, record, datetime.now(LONDON))
    return {
        "shows": [t(PARTS[part]) for part in made[0].shows],
        "no_address": "address" in made[0].shows and not made[0].address,
        "when": posted(datetime.now(LONDON)) if action.way == "post" else "",
        "where": next((t(c.hint) for c in post_to(record) if c.hint and action.post_to in ("", c.value)), "")
        if action.way == "post"
        else "",
        "shared_until": shared_until(datetime.now(LONDON).date()) if action.way == "organisation" else None,
        "made": by_people(record) if action.form(record) in BY_PEOPLE else "",
        "previews": [letter_of(one, settings.BRAND_NAME, current(), signed=False) for one in made],
    }


def _then(request: HttpRequest, stream: UUID, done: Performed) -> str:
    if not done.again:
        finished(request)
    return reverse("customer:proof_ready", args=[done.facts[0].number])


PROVE = Steps(
    "issue_proof",
    Page(fields=("awards",), known=True, offers=_awards),
    Page(fields=("each",), when=_several),
    Page(fields=("purpose",)),
    Page(fields=("leave_out",), title=SHOWS, when=_may_leave_out, offers=_parts, rests_on=("purpose",), before="customer/proof_shows.html"),
    Page(fields=("show",), when=_says_what, rests_on=("purpose",)),
    Page(fields=("way",), offers=_ways),
    Page(fields=("send_to", "send_to_name"), when=lambda raw: _by(raw) == "organisation", at=FIND, rests_on=("way",)),
    Page(fields=("post_to",), known=True, when=lambda raw: _by(raw) == "post"),
    Page(fields=("format",), known=True, when=lambda raw: _by(raw) != "email", offers=_forms, fits=_goes),
    Page(fields=("language",), known=True),
    known=_known, beside=_beside, check="customer/proof_preview.html", then=_then, back="proofs", measured=True,
    send=Words("Get the proof", "Cael y prawf"),
)  # fmt: skip
