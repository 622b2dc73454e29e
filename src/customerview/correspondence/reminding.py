"""The named job that reminds of appointments, where a letter reaches the customer the same day: in their account or by email.

Who reads on paper, or on the phone, is reminded by a person of the team: the duty to remind stays with it.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime
from uuid import UUID

from customerview import work
from customerview.instructions import catalogue
from customerview.instructions.appointments.remind_of_appointment import RemindOfAppointment
from customerview.kernel import LONDON, job
from customerview.ledger import reading, writing
from customerview.perform import NotDone, perform

from .writing import way_for

JOB = job("reminders")
SAME_DAY = {"portal": "journal", "email": "email"}
PAUSE_SECONDS = 300

log = logging.getLogger(__name__)


def remind(stop: threading.Event) -> None:
    """Look every few minutes until `stop` is set, in the hours in which people may be disturbed."""
    while not stop.is_set():
        now = datetime.now(LONDON)
        if _may_disturb(now) and (count := remind_those_due(now)):
            log.info("%d customers were reminded of an appointment", count)
        stop.wait(PAUSE_SECONDS)


def _may_disturb(now: datetime) -> bool:
    opens, closes = (catalogue().figures.get("appointments", name, now.date()) for name in ("opens_at_hour", "closes_at_hour"))
    return bool(opens <= now.hour < closes)


def remind_those_due(now: datetime) -> int:
    """Remind of every appointment whose day for it has come. Returns how many were."""
    with reading(None, catalogue()) as view:
        due = work.begun(view, "remind_of_appointment", now.date())
    return sum(_remind(stream, int(number)) for stream, number in due)


def _remind(stream: UUID, number: int) -> bool:
    with reading(None, catalogue()) as view:
        record = view.whole(stream)
    one, route = record.appointments.open.get(number), SAME_DAY.get(way_for(record))
    if one is None or route is None:
        return False
    action = RemindOfAppointment(appointment=number, route=route)
    try:
        perform(
            action,
            on=stream,
            by=JOB,
            ledger=writing(None, catalogue()),
            catalogue=catalogue(),
            key=f"remind:{stream}:{number}:{one.changed}",
        )
    except NotDone as stopped:  # a death was reported, the way no longer works: whoever owes it sees it
        log.info("a reminder waits for a person: %s", type(stopped).__name__)
        return False
    return True
