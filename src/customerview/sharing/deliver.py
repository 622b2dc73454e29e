"""Sending what is due. A share is claimed for a minute, sent outside any transaction, and its outcome written down; a sender that
dies in between leaves it to be sent again, under the same id."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from django.db import connection, transaction

from customerview.instructions import catalogue
from customerview.instructions.change_of_circumstances.record_receipt import RecordReceipt
from customerview.kernel import job
from customerview.ledger import writing
from customerview.perform import perform

from .envelope import Sharing, envelope
from .signature import secret_of, signed

log = logging.getLogger(__name__)
HERE = "here:"
AT_ONCE = 8
BATCH = 48
PATIENCE_SECONDS = 10
LONGEST_WAIT_SECONDS = 300
"""A recipient that is down is tried at least this often, so that it has everything soon after it is back."""
AGAIN_AFTER_MINUTES = 10
"""What was delivered and not confirmed is sent again after this, then after twice this, and so on, at least once a day."""

# Within one customer a recipient is sent things in order: nothing before what came earlier was delivered.
CLAIM = """
    WITH due AS (
        SELECT d.stream, d.number FROM delivery d JOIN subscription s USING (recipient)
        WHERE s.active AND s.wait_until <= now() AND d.receipt IS NULL AND d.next_at <= now() AND NOT EXISTS (
            SELECT FROM delivery e WHERE e.stream = d.stream AND e.recipient = d.recipient AND e.number < d.number AND e.delivered IS NULL)
        ORDER BY d.next_at, d.stream, d.number LIMIT %s FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE delivery d SET next_at = now() + interval '1 minute', attempts = d.attempts + 1
    FROM due, subscription s WHERE d.stream = due.stream AND d.number = due.number AND s.recipient = d.recipient
    RETURNING d.stream, d.number, d.recipient, d.share, d.of, d.attempts, s.url, s.keys
"""
ARRIVED = """
    UPDATE delivery SET delivered = coalesce(delivered, now()), last_answer = %s,
        next_at = now() + least(make_interval(mins => %s) * power(2, least(attempts, 10)), interval '1 day')
    WHERE stream = %s AND number = %s
"""
NOT_TAKEN = """
    UPDATE delivery SET last_answer = %s, next_at = now() + least(make_interval(secs => 30) * power(2, least(attempts, 12)), interval '1 day')
    WHERE stream = %s AND number = %s
"""
NOT_SENT = "UPDATE delivery SET last_answer = %s, next_at = now() WHERE stream = %s AND number = %s"
DOWN = """
    UPDATE subscription SET failures = failures + 1, wait_until = now() + make_interval(secs => least(power(2, least(failures, 12)), %s))
    WHERE recipient = %s AND wait_until <= now()
"""


def deliver(client: httpx.Client) -> int:
    """Send a batch of what is due. Returns how many were sent or tried; 0 means that nothing is due."""
    with transaction.atomic():
        rows = connection.connection.execute(CLAIM, (BATCH,)).fetchall()
    if not rows:
        return 0
    due = [(Sharing(stream=r[0], number=r[1], recipient=r[2], share=r[3], of=r[4], attempts=r[5]), r[6], r[7]) for r in rows]
    for sharing, url, _ in due:
        if url == HERE:
            receive_here(sharing)
    away = [(sharing, url, keys, envelope(sharing)) for sharing, url, keys in due if url != HERE]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda one: send(client, *one), away))
    with transaction.atomic():
        for (sharing, *_), (status, said) in zip(away, outcomes, strict=True):
            write_down(connection.connection, sharing, status, said)
    return len(due)


def receive_here(sharing: Sharing) -> None:
    """A recipient without a system of its own works here: what is shared is on its list of work, which is its receipt."""
    receipt = RecordReceipt(share=sharing.share, of=sharing.of, recipient=sharing.recipient, reference="on the list of work here")
    perform(
        receipt, on=sharing.stream, by=job("sharing"), key=f"receipt:{sharing.id}", ledger=writing(None, catalogue()), catalogue=catalogue()
    )
    with transaction.atomic():
        connection.connection.execute(ARRIVED, ("here", AGAIN_AFTER_MINUTES, sharing.stream, sharing.number))


def send(client: httpx.Client, sharing: Sharing, url: str, keys: list[int], body: bytes) -> tuple[int, str]:
    """One request. The status, or 0 when nobody answered; and what to note, in which there is nothing about anybody."""
    secrets = [secret_of(sharing.recipient, key) for key in keys]
    headers = {"content-type": "application/json", **signed(sharing.id, int(time.time()), body, secrets)}
    try:
        answer = client.post(url, content=body, headers=headers)
    except httpx.HTTPError as error:
        return 0, type(error).__name__
    return answer.status_code, str(answer.status_code)


def write_down(db: Any, sharing: Sharing, status: int, said: str) -> None:
    """Arrived; or the recipient is down, and everything for it waits; or it would not take this one."""
    if 200 <= status < 300:
        db.execute(ARRIVED, (said, AGAIN_AFTER_MINUTES, sharing.stream, sharing.number))
        db.execute("UPDATE subscription SET failures = 0 WHERE recipient = %s AND failures > 0", (sharing.recipient,))
    elif status in (0, 401, 403, 404, 408, 410, 429) or status >= 500:
        db.execute(NOT_SENT, (said, sharing.stream, sharing.number))
        if db.execute(DOWN, (LONGEST_WAIT_SECONDS, sharing.recipient)).rowcount:
            log.warning("%s cannot be reached (%s); what is shared with it waits", sharing.recipient, said)
    else:
        db.execute(NOT_TAKEN, (said, sharing.stream, sharing.number))
        log.warning("%s did not take a share (%s)", sharing.recipient, said)


def client() -> httpx.Client:
    """Asks nobody else for the way, follows no redirection, and waits not too long."""
    return httpx.Client(timeout=PATIENCE_SECONDS, follow_redirects=False, trust_env=False, limits=httpx.Limits(max_connections=AT_ONCE))
