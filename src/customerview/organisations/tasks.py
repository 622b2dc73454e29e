"""Jobs of organisations: what an inbox held no longer, or was shared no more, goes on its dated day."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import connection
from procrastinate.contrib.django import app

from customerview.instructions import catalogue
from customerview.kernel import LONDON

from .inbox import FORGOTTEN, NO_LONGER_SHARED

log = logging.getLogger(__name__)


@app.periodic(cron="23 1 * * *")
@app.task(queueing_lock="clear_inboxes")
def clear_inboxes(timestamp: int) -> None:
    """What ended says nothing of anybody; after the days an inbox keeps such a line, that goes too."""
    today = datetime.fromtimestamp(timestamp, LONDON).date()
    kept = catalogue().figures.get("common", "inbox_kept_days", today)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE inbox SET place = {NO_LONGER_SHARED}, {FORGOTTEN} WHERE expires < %s AND place < {NO_LONGER_SHARED}",
            (today,),
        )
        ended = cursor.rowcount
        cursor.execute("DELETE FROM inbox WHERE expires < %s", (today - timedelta(days=kept),))
        log.info("%d proofs in inboxes ended, %d lines went", ended, cursor.rowcount)
