"""Jobs of work: what begins today is put among what can be done now; resets that were asked for are counted and carried out."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import connection, transaction
from procrastinate.contrib.django import app

from customerview.kernel import LONDON

from .bulk_resets import go_on
from .open_duty import stop_waiting

log = logging.getLogger(__name__)


@app.periodic(cron="*/30 * * * *")
@app.task(queueing_lock="begin_what_has_come")
def begin_what_has_come(timestamp: int) -> None:
    """Asked twice an hour, so that a night in which nothing ran is made up for soon."""
    with transaction.atomic():
        begun = stop_waiting(connection.connection, datetime.fromtimestamp(timestamp, LONDON).date())
    log.info("%d duties have begun", begun)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="reset_open_work", lock="reset_open_work")
def reset_open_work(timestamp: int) -> None:
    """Every minute, and begun again by itself after a worker was lost: one at a time."""
    if found := go_on():
        log.info("%d resets of open work were taken further", found)
