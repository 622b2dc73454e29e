"""What Notify tells us afterwards: delivered, bounced, printed, returned. Each notice changes something once, however often it comes."""

from __future__ import annotations

import csv
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from customerview.instructions.letters_and_notifications.record_letter_progress import (
    RecordLetterBack,
    RecordLetterDelivered,
    RecordLetterNotTaken,
    RecordLetterPosted,
)
from customerview.instructions.personal_details.record_route_failed import RecordRouteFailed
from customerview.kernel import LONDON

from .by_notify import do, told_by
from .leaving import COLUMNS, Outgoing, hold_for, note
from .notify import Notify, NotifyAway, NotifyRefused

RETURNED = "returned-letter"
FAILED = ("technical-failure", "validation-failed", "virus-scan-failed", "cancelled", "temporary-failure")
REPORTED = "Notification ID"
ASK_AFTER_HOURS = 24


def told(provider: UUID, status: str) -> None:
    """Write down what Notify says, by the web's login, to be acted on by the worker. Nothing of whom it is about is kept."""
    connection.ensure_connection()
    connection.connection.execute("INSERT INTO notify_notice (provider, status) VALUES (%s, %s)", (provider, status[:60]))


def returned_in(report: str) -> int:
    """Write down what Notify's report of returned letters says (CSV, as it is downloaded there): how many. Raises ValueError."""
    lines = list(csv.DictReader(report.splitlines()))
    if lines and REPORTED not in lines[0]:
        raise ValueError(f"There is no column {REPORTED}.")
    ids = [UUID(line[REPORTED]) for line in lines]
    for provider in ids:
        told(provider, RETURNED)
    return len(ids)


def act_on_notices(limit: int = 50) -> int:
    """Act on what was told. Returns how many notices there were."""
    with transaction.atomic():
        rows = connection.connection.execute(
            "SELECT id, provider, status, at FROM notify_notice WHERE NOT done ORDER BY id LIMIT %s", (limit,)
        ).fetchall()
    for id, provider, status, at in rows:
        act_on(provider, status, at)
        with transaction.atomic():
            connection.connection.execute("UPDATE notify_notice SET done = true WHERE id = %s", (id,))
    return len(rows)


def act_on(provider: UUID, status: str, at: Any) -> None:
    """One notice about one letter, or about the word that one waits. Of what is not ours nothing follows."""
    with transaction.atomic():
        found = connection.connection.execute(f"SELECT {COLUMNS}, state FROM outgoing WHERE provider = %s", (provider,)).fetchone()
    if found is None:
        return
    row, state = Outgoing(*found[:-1]), found[-1]
    if row.way == "portal":
        if status in ("permanent-failure", *FAILED) and state == "left":
            _word_did_not_arrive(row, status)
        return
    key = f"{status}:{row.key}"
    if status == RETURNED or (status == "permanent-failure" and row.way == "email"):
        do(RecordLetterBack(letter=row.letter, why="returned" if status == RETURNED else "bounced"), row.stream, key)
        note(row, "came_back")
    elif status in ("permanent-failure", *FAILED) and state == "left":
        do(
            RecordLetterNotTaken(letter=row.letter, why="address" if status == "permanent-failure" else "technical"),
            row.stream,
            key,
        )
        note(row, "not_taken")
    elif status == "delivered":
        do(RecordLetterDelivered(letter=row.letter), row.stream, key)
        note(row, "done")
    elif status == "received":
        do(RecordLetterPosted(letter=row.letter, day=at.astimezone(LONDON).date()), row.stream, key)
        note(row, "posted")


def _word_did_not_arrive(row: Outgoing, status: str) -> None:
    """The letter is in the account, but the customer does not know. An address that does not exist is not tried again; another way is."""
    route = told_by(row)
    if status == "permanent-failure" and route:
        do(RecordRouteFailed(route="mobile" if route == "text" else route, how="wrong_number" if route == "text" else "returned"), row.stream,
           f"route:{row.key}:{route}")  # fmt: skip
        note(row, "to_tell", attempts=0, next_at="now")
    else:
        hold_for(row, "nobody_can_be_told")


def ask_after(notify: Notify, limit: int = 20) -> int:
    """Ask after what left a day ago and of which nothing was heard: a callback that was lost costs a day, not the letter."""
    with transaction.atomic():
        rows = connection.connection.execute(
            "UPDATE outgoing SET next_at = now() + make_interval(hours => %s) WHERE (stream, letter) IN (SELECT stream, letter FROM outgoing"
            " WHERE state = 'left' AND provider IS NOT NULL AND way <> 'portal' AND next_at < now() - make_interval(hours => %s)"
            " ORDER BY next_at LIMIT %s FOR UPDATE SKIP LOCKED) RETURNING provider, now()",
            (ASK_AFTER_HOURS, ASK_AFTER_HOURS, limit),
        ).fetchall()  # fmt: skip
    for provider, at in rows:
        try:
            act_on(provider, notify.status(provider), at)
        except (NotifyAway, NotifyRefused):
            continue
    return len(rows)
