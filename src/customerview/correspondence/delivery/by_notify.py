"""What leaves by Notify: post that it prints, letters by email, and word that a letter waits in the account.

A letter is claimed for a while, asked about again, sent, and its id written down. When we die in between, or the answer is lost,
Notify is asked whether it has our reference before anything is sent again: each letter once.
"""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID, uuid5

import msgspec
from django.conf import settings
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.record_letter_progress import (
    RecordLetterNotTaken,
    RecordWaitingLetterTold,
)
from customerview.instructions.letters_and_notifications.sending_facts import WaitingLetterTold
from customerview.instructions.support_needs.slices import usable_routes
from customerview.kernel import Action, Record, Words
from customerview.ledger import reading, writing
from customerview.perform import perform

from ..formats.text import as_text
from ..pdf import as_pdf
from .leaving import COLUMNS, JOB, Leaving, Outgoing, hold_for, leave, note
from .notify import Notify, NotifyAway, NotifyRefused, template

log = logging.getLogger(__name__)
REFERENCES = UUID("7d0c5c3a-0f4e-4b5e-8c44-9b7f1f6a2e10")
BATCH = 20

WAITS = Words(
    "A letter is waiting for you in your {service} account. Sign in to read it.",
    "Mae llythyr yn aros amdanoch yn eich cyfrif {service}. Mewngofnodwch i'w ddarllen.",
)
SUBJECT = Words("A letter is waiting for you", "Mae llythyr yn aros amdanoch")

CLAIM = f"""
    WITH due AS (
        SELECT stream, letter FROM outgoing WHERE state IN ('waiting', 'leaving', 'to_tell') AND way = ANY(%s) AND next_at <= now()
        ORDER BY next_at LIMIT %s FOR UPDATE SKIP LOCKED
    )
    UPDATE outgoing o SET attempts = attempts + 1, next_at = now() + least(make_interval(secs => 60) * power(2, least(attempts, 6)), interval '10 minutes')
    FROM due WHERE o.stream = due.stream AND o.letter = due.letter
    RETURNING {", ".join("o." + name for name in COLUMNS.split(", "))}, o.state
"""


def send_due(notify: Notify | None) -> int:
    """Send a batch of what is due. Returns how many were sent or tried. Without an account only what needs none is done."""
    open_now = notify is not None and not notify.pace.rests()
    ways = ["portal", *(["notify"] if open_now else []), *(["email"] if open_now and _has_email_templates() else [])]
    with transaction.atomic():
        rows = connection.connection.execute(CLAIM, (ways, BATCH)).fetchall()
    away = False
    for *fields, state in rows:
        row = Outgoing(*fields)
        if away and row.way != "portal":
            continue  # what was claimed with it is tried again in a minute, too
        try:
            send(row, state, notify)
        except NotifyAway as problem:  # a letter is in the account whether word of it can be sent or not
            log.warning("GOV.UK Notify cannot be used now (%s); what is to go by it waits", problem)
            away = True
    return len(rows)


def _has_email_templates() -> bool:
    return any(template("email", lang) for lang in ("en", "cy"))


def send(row: Outgoing, state: str, notify: Notify | None) -> None:
    if state == "to_tell":
        tell(row, notify)
        return
    left = leave(row)
    if left is None:
        return
    if row.way == "portal":
        note(row, "to_tell")
        tell(row, notify)
    elif notify is not None:
        _carry(left, state, notify)


def _carry(left: Leaving, state: str, notify: Notify) -> None:
    """By email or post. `leaving` is written down first, so that whoever comes after us knows to ask."""
    row, reference = left.row, reference_of(left.row)
    id = notify.find(reference) if state == "leaving" else None
    note(row, "leaving")
    try:
        if id is None and row.way == "email":
            says = {"subject": left.content.title, "body": _in_an_email(left)}
            id = notify.send_email(left.person.routes["email"].value, template("email", left.content.language, left.kind), says, reference)
        elif id is None:
            id = notify.send_letter(as_pdf(left.content, row.form), reference)
    except NotifyRefused as refusal:
        why = "address" if any("address" in problem.lower() for problem in refusal.problems) else "refused"
        log.warning("GOV.UK Notify did not take a letter (%d)", refusal.status)
        do(RecordLetterNotTaken(letter=row.letter, why=why), row.stream, f"not_taken:{row.key}")
        note(row, "not_taken")
        return
    note(row, "left", provider=id)


def _in_an_email(left: Leaving) -> str:
    """The letter as plain text, in their easy read words where they read those; without the address, which an email does not need."""
    words = (left.content.in_easy_read if left.row.form == "easy_read" else None) or left.content
    return as_text(msgspec.structs.replace(words, to=())).decode()


def tell(row: Outgoing, notify: Notify | None) -> None:
    """Tell the customer that something waits, and nothing of what it says: by the first of email and text that they can use."""
    with reading(None, catalogue()) as view:
        record = view.whole(row.stream)
    lang = record.person.language
    by = {r: template(f"waiting_{r}", lang) for r in usable_routes(record) if r in ("email", "text") and number_for(r, record)}
    route = next((r for r in by if by[r]), "")
    if not route and told_by(row):  # the word did not arrive, and there is no other way
        hold_for(row, "nobody_can_be_told")
        return
    if notify is None or not route or row.recipient != "customer" or record.death.reported:
        note(row, "left")
        return
    reference = f"{reference_of(row)}-{route}"
    id = notify.find(reference) if row.attempts > 1 else None
    says = {"subject": SUBJECT.say(lang), "body": WAITS.say(lang, service=settings.BRAND_NAME)}
    try:
        send_by = notify.send_email if route == "email" else notify.send_text
        id = id or send_by(number_for(route, record), by[route], says, reference)
    except NotifyRefused as refusal:
        log.warning("GOV.UK Notify did not take word of a letter (%d)", refusal.status)
        hold_for(row, "nobody_can_be_told")
        return
    do(RecordWaitingLetterTold(letter=row.letter, route=route), row.stream, f"told:{reference}")
    note(row, "left", provider=id)


def told_by(row: Outgoing) -> str:
    """The way by which the customer was last told that this letter waits; "" when they were not told."""
    with reading(None, catalogue()) as view:
        found = [f.fact for f in view.timeline(row.stream, kinds=[WaitingLetterTold.kind.code], limit=20)]
    return next((fact.route for fact in found if fact.letter == row.letter), "")


def number_for(route: str, record: Record) -> str:
    """The address or number that a route uses: a text goes to the mobile."""
    way = record.person.routes.get("mobile" if route == "text" else route)
    return way.value if way else ""


def reference_of(row: Outgoing) -> str:
    """What Notify knows a letter by: it tells nothing of anybody, and is the same however often it is tried."""
    return uuid5(REFERENCES, row.key).hex


def do(action: Action, stream: UUID, key: str) -> Any:
    return perform(action, on=stream, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), key=key)
