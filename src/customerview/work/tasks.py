"""Jobs of work: what begins today is put among what can be done now."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import connection, transaction
from procrastinate.contrib.django import app

from customerview.kernel import LONDON

from .open_duty import stop_waiting

log = logging.getLogger(__name__)


@app.periodic(cron="*/30 * * * *")
@app.task(queueing_lock="begin_what_has_come")
def begin_what_has_come(timestamp: int) -> None:
    """Asked twice an hour, so that a night in which nothing ran is made up for soon."""
    with transaction.atomic():
        begun = stop_waiting(connection.connection, datetime.fromtimestamp(timestamp, LONDON).date())
    log.info("%d duties have begun", begun)
